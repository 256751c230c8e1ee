namespace Harness.Cli.Tests.Commands;

public sealed class CacheCommandTests : IDisposable
{
    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cache_OfAFolderWithout_IsEmpty()
    {
        Assert.Equal("runs/.cache: 0 networks, 0 examinations, 0.0 MiB\n", (await _folder.RunAsync("cache", "size")).Exits(0).Out);
        Assert.Equal("runs/.cache: 0 networks, 0 examinations, 0.0 MiB removed\n", (await _folder.RunAsync("cache", "clean")).Exits(0).Out);
        Assert.False(_folder.Exists("runs"));
    }

    [Fact]
    public async Task Cache_AfterARun_IsCountedAndCleanedAndFilledAgain()
    {
        _folder.Write("tiny.json", TrainedRuns.Experiment.ToString());
        (await _folder.RunAsync("run", "tiny.json", "--out", "out")).Exits(0);
        Assert.Matches(@"^runs/\.cache: 3 networks, 3 examinations, \d+\.\d MiB\n$", (await _folder.RunAsync("cache", "size")).Exits(0).Out);
        Assert.Matches(@"^runs/\.cache: 3 networks, 3 examinations, \d+\.\d MiB removed\n$", (await _folder.RunAsync("cache", "clean")).Exits(0).Out);
        Assert.StartsWith("runs/.cache: 0 networks, 0 examinations, ", (await _folder.RunAsync("cache", "size")).Exits(0).Out, StringComparison.Ordinal);
        Assert.True(_folder.Exists("out/report.html"));
        Assert.Contains("3 trained, 0 from the cache", (await _folder.RunAsync("run", "tiny.json", "--out", "out")).Exits(0).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cache_WithoutASubcommand_Exits5() => (await _folder.RunAsync("cache")).Exits(5);
}
