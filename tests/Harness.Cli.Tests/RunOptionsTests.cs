using System.Text.Json.Nodes;

namespace Harness.Cli.Tests;

/// <summary>Which claims are run, with which seeds, and what is only asked.</summary>
public sealed class RunOptionsTests : IDisposable
{
    private static readonly ClaimText s_false = new("b/false") { Tier = "full", Comparator = ClaimText.AtMost(0.5) };

    private readonly Sandbox _folder = new Sandbox()
        .Write("a.json", new ExperimentText("a", new ClaimText("a/true"), new ClaimText("a/late") { Tier = "full" }) { Data = """{ "window": 3 }""" }.ToString())
        .Write("b.json", new ExperimentText("b", s_false) { Data = """{ "window": 3 }""" }.ToString());

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("quick", 0, "a/true")]
    [InlineData("full", 2, "a/late b/false")]
    [InlineData("all", 2, "a/late a/true b/false")]
    public async Task Tier_Named_ChoosesItsClaims(string tier, int exitCode, string claims)
    {
        CommandResult result = (await RunAsync("--tier", tier)).Exits(exitCode);
        Assert.Equal(claims, string.Join(' ', result.Claims.Keys.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Claim_Named_IsJudgedAlone()
    {
        CommandResult result = (await RunAsync("--tier", "all", "--claim", "a/late", "--claim", "a/nowhere")).Exits(0);
        Assert.Equal("a/late", Assert.Single(result.Claims).Key);
        Assert.StartsWith("warning: no experiment here has the claim 'a/nowhere'.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seeds_Named_MakeTheRunExploratoryWithAWarning()
    {
        CommandResult result = (await RunAsync("--tier", "all", "--seeds", "7,8, 9")).Exits(0);
        JsonNode claim = result.Claims["b/false"];
        Assert.Equal(("refuted", "exploratory"), (claim["outcome"]!.GetValue<string>(), claim["status"]!.GetValue<string>()));
        Assert.Equal([7, 8, 9], claim["replicates"]!.AsArray().Select(replicate => replicate!["seed"]!.GetValue<int>()));
        Assert.Contains("warning: b runs with other seeds than its spec, so its claims are exploratory in this run and gate nothing.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DryRun_AskedFor_SaysWhatWouldBeTrainedAndTrainsNothing()
    {
        _folder.Write("tiny.json", TrainedRuns.Experiment.ToString());
        CommandResult result = (await _folder.RunAsync("run", "tiny.json", "--dry-run")).Exits(0);
        Assert.Equal("""
            tiny: 3 networks (0 cached, 3 to train), 20 contexts, 3 claims
              tiny/probe v1: R² belief @ ln_final ≥ 0.9, supported expected
              tiny/contrast v1: R² belief @ ln_final more than untrained, last-1, supported expected
              tiny/loss v1: loss gap, nats ≤ 1, supported expected

            """, result.Out);
        Assert.Empty(result.Error);
        Assert.False(_folder.Exists("runs"));
    }

    [Fact]
    public async Task Quiet_AskedFor_PrintsResultsOnly()
    {
        CommandResult result = (await _folder.RunAsync("run", "a.json", "--quiet")).Exits(0);
        Assert.Empty(result.Error);
        string[] lines = result.Out.Split('\n');
        Assert.Matches(@"^   claim      outcome \(expected\)     estimate +needs  seeds  controls$", lines[0]);
        Assert.Matches(@"^✓  a/true v1  supported \(supported\)  1\.000 \[.*\]  ≥ 0\.9  3      –$", lines[2]);
        Assert.Equal(["", "1 as expected", ""], lines[^3..]);
    }

    private Task<CommandResult> RunAsync(params string[] options) => _folder.RunAsync(["run", "a.json", "b.json", "--json", .. options]);
}
