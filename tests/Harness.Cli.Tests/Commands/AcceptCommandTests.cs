namespace Harness.Cli.Tests.Commands;

public sealed class AcceptCommandTests : IDisposable
{
    private readonly Sandbox _folder = new Sandbox()
        .Write("golden/theory/coin.received.json", "new")
        .Write("golden/theory/coin.verified.json", "old")
        .Write("golden/reports/table.received.txt", "table");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Accept_WithoutNames_AcceptsEverything()
    {
        Assert.Equal("accepted reports/table\naccepted theory/coin\n", (await _folder.RunAsync("accept")).Exits(0).Out);
        Assert.Equal(["reports/table.verified.txt", "theory/coin.verified.json"], _folder.Files("golden"));
        Assert.Equal("new", _folder.Read("golden/theory/coin.verified.json"));
    }

    [Fact]
    public async Task Accept_OfOneName_LeavesTheOthers()
    {
        (await _folder.RunAsync("accept", "theory/coin")).Exits(0);
        Assert.Equal(["reports/table.received.txt", "theory/coin.verified.json"], _folder.Files("golden"));
    }

    [Fact]
    public async Task Accept_OnABuildServer_IsRefused()
    {
        CommandResult result = (await _folder.RunAsync(new Dictionary<string, string> { ["CI"] = "true" }, "accept")).Exits(5);
        Assert.Contains("a build server must not approve its own results", result.Error, StringComparison.Ordinal);
        Assert.Equal("old", _folder.Read("golden/theory/coin.verified.json"));
    }

    [Fact]
    public async Task Accept_WithNothingReceived_Exits8() =>
        Assert.Contains("Nothing to accept", (await _folder.RunAsync("accept", "theory/other")).Exits(8).Error, StringComparison.Ordinal);

    [Fact]
    public async Task Accept_WithoutGoldens_Exits5()
    {
        using Sandbox bare = new();
        (await bare.RunAsync("accept")).Exits(5);
    }
}
