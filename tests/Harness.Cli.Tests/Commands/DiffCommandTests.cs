using System.Text.Json.Nodes;

namespace Harness.Cli.Tests.Commands;

public sealed class DiffCommandTests : IDisposable
{
    private static readonly ExperimentText s_before = new("a", new ClaimText("a/one"), new ClaimText("a/gone") { Comparator = ClaimText.AtLeast(0.5) }) { Data = """{ "window": 3 }""" };
    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Diff_OfTwoRunsOfTheSame_FindsNothing()
    {
        await RunAsync("first", s_before);
        await RunAsync("second", s_before);
        Assert.Equal("first → second\nno difference; 2 claims of both runs agree\n", (await _folder.RunAsync("diff", "first", "second")).Exits(0).Out);
        Assert.True((await _folder.RunAsync("diff", "first", "second", "--json")).Exits(0).Json["same"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Diff_OfTwoRuns_NamesClaimsEstimatesAndSpecs()
    {
        await RunAsync("first", s_before);
        await RunAsync("second", s_before with { Claims = [new ClaimText("a/one") { Comparator = ClaimText.AtMost(0.5) }, new ClaimText("a/new")], Architecture = """{ "kind": "planted", "dModel": 8, "noise": 3 }""" }, 2);

        CommandResult text = (await _folder.RunAsync("diff", "first", "second")).Exits(0);
        Assert.Matches(@"\n  claim a/one: .*estimate 1\.000 \[.*\] → .*\[.*\]\n", text.Out);
        Assert.Contains("\n  claim a/gone: removed, supported (supported expected)", text.Out, StringComparison.Ordinal);
        Assert.Contains("\n  claim a/new: added, ", text.Out, StringComparison.Ordinal);
        Assert.Contains("\n  spec  $.architecture.noise: 0.01 → 3\n", text.Out, StringComparison.Ordinal);
        Assert.Contains("\n  spec  $.claims[a/one].comparator.kind: \"at-least\" → \"at-most\"\n", text.Out, StringComparison.Ordinal);

        JsonNode document = (await _folder.RunAsync("diff", "first", "second", "--json")).Exits(0).Json;
        Assert.False(document["same"]!.GetValue<bool>());
        JsonNode experiment = Assert.Single(document["experiments"]!.AsArray())!;
        Assert.Equal(["a/one", "a/gone", "a/new"], experiment["claims"]!.AsArray().Select(claim => claim!["id"]!.GetValue<string>()));
        Assert.Contains("estimate", experiment["claims"]![0]!["changes"]!.AsArray().Select(change => change!.GetValue<string>()));
    }

    [Fact]
    public async Task Diff_OfRunsOfSeveralExperiments_GoesExperimentByExperiment()
    {
        _folder.Write("specs/a.json", s_before.ToString()).Write("specs/b.json", new ExperimentText("b", new ClaimText("b/one")) { Data = """{ "window": 2 }""" }.ToString());
        (await _folder.RunAsync("run", "specs", "--out", "both")).Exits(0);
        await RunAsync("only", s_before);
        Assert.Equal(["", "removed"], (await _folder.RunAsync("diff", "both", "only", "--json")).Exits(0).Json["experiments"]!.AsArray().Select(each => each!["change"]?.GetValue<string>() ?? ""));
    }

    [Fact]
    public async Task Diff_OfWhatIsNoRun_Exits5AndNamesBoth()
    {
        Directory.CreateDirectory(_folder.In("empty"));
        CommandResult result = (await _folder.RunAsync("diff", "empty", "nowhere")).Exits(5);
        Assert.Contains("$.first-run-dir\n  'empty' is not a run folder", result.Error, StringComparison.Ordinal);
        Assert.Contains("$.second-run-dir\n  'nowhere' does not exist.", result.Error, StringComparison.Ordinal);
        await RunAsync("first", s_before);
        File.Delete(_folder.In("first/spec.json"));
        Assert.Contains("'first' cannot be read: spec.json is missing.", (await _folder.RunAsync("diff", "first", "first")).Exits(5).Error, StringComparison.Ordinal);
    }

    private async Task RunAsync(string name, ExperimentText experiment, int exit = 0) =>
        (await _folder.Write("a.json", experiment.ToString()).RunAsync("run", "a.json", "--out", name)).Exits(exit);
}
