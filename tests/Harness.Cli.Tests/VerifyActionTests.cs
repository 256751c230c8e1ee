using System.Xml.Linq;
using Harness.Testing;

namespace Harness.Cli.Tests;

/// <summary>The action with which another repository gates its own specs: its steps, executed from a folder outside of this one.</summary>
public sealed class VerifyActionTests : IDisposable
{
    private const string Action = ".github/actions/verify/action.yml";
    private const string Results = "runs/verify/claims.junit.xml";
    private static readonly ClaimText s_true = new("theirs/true"), s_false = new("theirs/false") { Comparator = ClaimText.AtMost(0.5) };

    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Action_OnSpecsThatHold_BuildsTheCommandAndPasses()
    {
        Write(s_true);
        CommandResult[] results = await RunAsync(new());
        Assert.Equal([0, 0], results.Select(result => result.ExitCode));
        Assert.Contains("theirs/true v1", results[^1].Out, StringComparison.Ordinal);
        Assert.Empty(XDocument.Load(_folder.In(Results)).Descendants("failure"));
        Assert.True(_folder.Exists("runs/verify/run/report.html"));
    }

    [Fact]
    public async Task Action_OnAClaimThatFails_FailsWithAnnotationsAndKeepsTheResults()
    {
        Write(s_true, s_false);
        CommandResult result = (await RunAsync(new() { ["inputs.jobs"] = "1" }, build: false))[^1].Exits(2);
        Assert.Contains("::error file=spec/theirs.json,line=17,title=theirs/false v1::refuted (supported expected)", result.Error, StringComparison.Ordinal);
        Assert.Equal("refuted", Assert.Single(XDocument.Load(_folder.In(Results)).Descendants("failure")).Attribute("type")!.Value);
        Assert.Contains("❌ theirs/false v1", _folder.Read("summary.md"), StringComparison.Ordinal);
        Assert.True(_folder.Exists("runs/verify/run/verdicts/theirs--false.json"));
    }

    [Fact]
    public async Task Action_WithInputs_HandsThemOn()
    {
        Write(s_true, s_false with { Tier = "full" });
        _folder.Write("more/other.json", new ExperimentText("other", new ClaimText("other/late") { Tier = "full" }) { Data = """{ "window": 3 }""" }.ToString());
        CommandResult result = (await RunAsync(new() { ["inputs.path"] = "spec more", ["inputs.tier"] = "full" }, build: false))[^1].Exits(2);
        Assert.Equal(["theirs/false v1", "other/late v1"], XDocument.Load(_folder.In(Results)).Descendants("testcase").Select(test => test.Attribute("name")!.Value));
        Assert.DoesNotContain("theirs/true", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Action_OnAnInvalidSpec_FailsBeforeAnythingRuns()
    {
        _folder.Write("spec/theirs.json", new ExperimentText("theirs", s_true) { Process = "\"mess4\"" }.ToString());
        Assert.Contains("::error file=spec/theirs.json,line=4,title=SPEC013 $.process::", (await RunAsync(new(), build: false))[^1].Exits(5).Error, StringComparison.Ordinal);
        Assert.Single(XDocument.Load(_folder.In(Results)).Descendants("error"));
    }

    [Fact]
    public void Action_WhateverHappens_SetsUpCachesAndUploads()
    {
        IReadOnlyList<WorkflowStep> steps = WorkflowStep.All(Action);
        Assert.Equal(["actions/setup-dotnet@v4", "actions/cache@v4", "", "", "actions/upload-artifact@v4"], steps.Select(step => step.Uses));
        Assert.Equal("always()", steps[^1].If);
        Assert.All(steps.SkipLast(1), step => Assert.Empty(step.If));
    }

    // The defaults are those of the action; a foreign repository names what differs.
    private async Task<CommandResult[]> RunAsync(Dictionary<string, string> inputs, bool build = true)
    {
        Dictionary<string, string> expressions = new(inputs) { ["github.action_path"] = Path.Combine(Repository.Root, ".github", "actions", "verify") };
        foreach ((string name, string value) in new[] { ("inputs.path", "spec"), ("inputs.tier", "quick"), ("inputs.jobs", "") })
        {
            expressions.TryAdd(name, value);
        }
        List<CommandResult> results = [];
        foreach (WorkflowStep step in WorkflowStep.All(Action).Where(step => step.Text.Length > 0 && (build || step.Text.Contains(" run ", StringComparison.Ordinal))))
        {
            results.Add(await step.RunAsync(_folder.Root, expressions, new Dictionary<string, string> { ["GITHUB_STEP_SUMMARY"] = _folder.In("summary.md") }));
        }
        return [.. results];
    }

    private void Write(params ClaimText[] claims) => _folder.Write("spec/theirs.json", new ExperimentText("theirs", claims) { Data = """{ "window": 3 }""" }.ToString());
}
