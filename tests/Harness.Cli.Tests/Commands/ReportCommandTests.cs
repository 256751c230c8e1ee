namespace Harness.Cli.Tests.Commands;

public sealed class ReportCommandTests : IDisposable
{
    private readonly Sandbox _folder = new Sandbox().Write("a.json", new ExperimentText("a", new ClaimText("a/one")) { Data = """{ "window": 3 }""" }.ToString());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Report_OfARunFolder_MakesTheSameFilesAgain()
    {
        (await _folder.RunAsync("run", "a.json", "--out", "out")).Exits(0);
        Dictionary<string, byte[]> before = _folder.Files("out").ToDictionary(file => file, file => File.ReadAllBytes(_folder.In($"out/{file}")));
        Directory.Delete(_folder.In("out/figures"), recursive: true);
        File.Delete(_folder.In("out/report.html"));

        CommandResult result = (await _folder.RunAsync("report", "out")).Exits(0);

        Assert.Equal("out/report.html\n", result.Out);
        Assert.Equal(before.Keys, _folder.Files("out"));
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(_folder.In($"out/{file.Key}"))));

        (await _folder.RunAsync("report", "out", "--out", "copy.html")).Exits(0);
        Assert.Equal(before["report.html"], await File.ReadAllBytesAsync(_folder.In("copy.html"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Report_OfSomethingElse_Exits5()
    {
        Directory.CreateDirectory(_folder.In("mine"));
        Assert.Contains("'mine' is not a run folder: it has no run.json.", (await _folder.RunAsync("report", "mine")).Exits(5).Error, StringComparison.Ordinal);
        Assert.Contains("'nowhere' does not exist.", (await _folder.RunAsync("report", "nowhere")).Exits(5).Error, StringComparison.Ordinal);
        Assert.Empty(_folder.Files("mine"));
    }

    [Fact]
    public async Task Report_OfADamagedRun_Exits5WithoutStackTrace()
    {
        _folder.Write("mine/run.json", """{ "schema": 1, """);
        CommandResult result = (await _folder.RunAsync("report", "mine")).Exits(5);
        Assert.Contains("'mine' cannot be read: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }
}
