using System.Text.Json.Nodes;

namespace Harness.Cli.Tests;

/// <summary>The experiment run in other ways that its claims compare with, from JSON to the verdict, through the built command.</summary>
public sealed class ArmsTests : IDisposable
{
    private const string Noisy = """ "arms": { "noisy": { "architecture": { "kind": "planted", "dModel": 8, "noise": 1 } } }, "seeds" """;

    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Exceeds_AnArm_IsJudgedByPairedDifferences()
    {
        CommandResult result = (await RunAsync("""{ "kind": "exceeds", "arms": ["noisy"], "margin": 0.05 }""")).Exits(0);

        JsonNode claim = result.Claims["a/claim"];
        Assert.Equal("arm:noisy", claim["comparisons"]![0]!["rival"]!.GetValue<string>());
        Assert.InRange(claim["comparisons"]![0]!["estimate"]!["low"]!.GetValue<double>(), 0.05, 1);
        Assert.Equal(3, _folder.Files("out/replicates/noisy").Count);
    }

    // One network of three that did not learn is one too many, wherever it is.
    [Fact]
    public async Task Settled_WithAnArmThatIsNot_IsInconclusive()
    {
        CommandResult result = (await RunAsync(
            """{ "kind": "exceeds", "arms": ["noisy"] }""", """[{ "kind": "settled", "maxLossGapNats": 0.001 }]""", "\"noise\": 1, \"uniform\": 0.5")).Exits(3);

        Assert.Equal("precondition:settled", result.Claims["a/claim"]["reason"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Arm_ThatDoesNotExist_IsRefusedWithThoseThatDo()
    {
        CommandResult result = (await RunAsync("""{ "kind": "exceeds", "arms": ["noise"] }""")).Exits(5);

        Assert.Contains("$.claims[0].comparator.arms[0]", result.Error, StringComparison.Ordinal);
        Assert.Contains("'noisy'", result.Error, StringComparison.Ordinal);
    }

    private Task<CommandResult> RunAsync(string comparator, string preconditions = "[]", string noise = "\"noise\": 1")
    {
        ExperimentText experiment = new("a", new ClaimText("a/claim") { Comparator = comparator, Preconditions = preconditions, Interval = """{ "kind": "paired-t" }""" });
        _folder.Write("a.json", experiment.ToString().Replace("\"seeds\"", Noisy.Replace("\"noise\": 1", noise, StringComparison.Ordinal), StringComparison.Ordinal));
        return _folder.RunAsync("run", "a.json", "--json", "--no-cache", "--out", "out");
    }
}
