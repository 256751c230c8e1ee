namespace Harness.Cli.Tests.Commands;

public sealed class ListCommandTests : IDisposable
{
    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Processes_Listed_AreThoseOfTheLibraryAndOfTheFolder()
    {
        _folder.Write("processes/mine.json", """
            { "$schema": "../schema/process.schema.json", "id": "mine", "title": "My own", "source": "a test", "kind": "hmm",
              "symbols": ["0"], "states": ["A"], "transitions": { "0": [[1]] } }
            """);
        string listed = (await _folder.RunAsync("list", "processes")).Exits(0).Out;
        Assert.All(
            ["coin", "even", "golden-mean", "mess3", "rrxor", "z1r", "x = 0.15, a = 0.6", "My own"],
            expected => Assert.Contains(expected, listed, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("architectures", "planted", "transformer", "normalization")]
    [InlineData("models", "safetensors", "activations", "path")]
    [InlineData("measurements", "affine-probe", "loss-gap", "partition", "distance-agreement", "cosine-agreement", "explained-dimensions", "subspace-overlap", "emergence")]
    public async Task Kinds_Listed_HaveTheirProperties(string what, params string[] expected)
    {
        string listed = (await _folder.RunAsync("list", what)).Exits(0).Out;
        Assert.All(expected, name => Assert.Contains(name, listed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Claims_OfTheUsualFolder_AreListed()
    {
        _folder.Write("spec/experiments/tiny.json", TrainedRuns.Experiment.ToString());
        string listed = (await _folder.RunAsync("list", "claims")).Exits(0).Out;
        Assert.Matches(@"tiny/contrast v1\s+quick\s+exploratory\s+supported\s+The belief can be read\.", listed);
        Assert.Matches(@"tiny/loss v1\s+quick\s+registered", listed);
    }

    [Fact]
    public async Task Claims_WhereThereAreNoSpecs_Exit5() => (await _folder.RunAsync("list", "claims")).Exits(5);
}
