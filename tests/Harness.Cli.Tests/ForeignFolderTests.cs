using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Harness.Cli.Tests;

/// <summary>A folder that knows nothing of this repository, with a process of its own: validated, registered, run, gated and reported by the same command line.</summary>
public sealed class ForeignFolderTests : IDisposable
{
    private const string Process = """
        { "$schema": "../schema/process.schema.json", "id": "own", "title": "My own", "source": "here", "kind": "hmm",
          "symbols": ["a", "b"], "states": ["L", "R"], "parameters": { "p": { "default": 0.3, "min": 0, "max": 1 } },
          "transitions": { "a": [["1-p", 0], ["p/2", "p/2"]], "b": [["p/2", "p/2"], [0, "1-p"]] } }
        """;

    private static readonly ClaimText s_claim = new("own/decodes") { Controls = """[{ "kind": "planted" }, { "kind": "shuffled" }]""" };
    private readonly Sandbox _folder = new();

    public ForeignFolderTests()
    {
        Directory.Delete(_folder.In(".git"));
        _folder.Write("lab/processes/own.json", Process);
        Write(s_claim);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Spec_InAForeignFolder_GoesTheWholeWay()
    {
        Assert.Equal("1 experiment with 1 claim, 1 process: no problems.\n", (await _folder.RunAsync("validate", "lab")).Exits(0).Out);
        Assert.StartsWith("registered own/decodes v1 in golden/registry.json", (await _folder.RunAsync("register", "own/decodes")).Exits(0).Out, StringComparison.Ordinal);
        // The registry stands among the specs now, and is not one of them.
        CommandResult run = (await _folder.RunAsync("run", ".", "--json", "--out", "runs/one", "--github", "--junit", "results.xml")).Exits(0);
        JsonNode verdict = run.Claims["own/decodes"];
        Assert.Equal(("supported", "registered"), (verdict["outcome"]!.GetValue<string>(), verdict["registration"]!["state"]!.GetValue<string>()));
        Assert.Single(XDocument.Load(_folder.In("results.xml")).Descendants("testcase"));
        Assert.Equal("runs/one/report.html\n", (await _folder.RunAsync("report", "runs/one")).Exits(0).Out);

        Write(s_claim with { Comparator = ClaimText.AtMost(0.5), Controls = "[]" });
        CommandResult edited = (await _folder.RunAsync("run", "lab", "--out", "runs/two", "--github")).Exits(2);
        Assert.Contains("::error file=lab/experiments/own.json,line=10,title=own/decodes v1::refuted", edited.Error, StringComparison.Ordinal);
        Assert.Contains("::warning file=lab/experiments/own.json,line=10,title=own/decodes v1::NOT WHAT WAS REGISTERED", edited.Error, StringComparison.Ordinal);
        Assert.Contains("Bump \"version\"", (await _folder.RunAsync("register", "own/decodes")).Exits(5).Error, StringComparison.Ordinal);
        Assert.Contains("claim own/decodes: outcome supported → refuted", (await _folder.RunAsync("diff", "runs/one", "runs/two")).Exits(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Spec_NamedFromElsewhere_KeepsItsRegistryBesideIt()
    {
        Directory.CreateDirectory(_folder.In("elsewhere"));
        CommandResult result = await Command.RunAsync(_folder.In("elsewhere"), new Dictionary<string, string>(), ["register", "own/decodes", "--specs", "../lab"]);
        Assert.Contains($" in {_folder.Root}/lab/experiments/golden/registry.json, ", result.Exits(0).Out, StringComparison.Ordinal);
        Assert.False(_folder.Exists("elsewhere/golden"));
        JsonNode verdict = (await _folder.RunAsync("run", "lab", "--json")).Exits(0).Claims["own/decodes"];
        Assert.Equal("registered", verdict["registration"]!["state"]!.GetValue<string>());
    }

    private void Write(ClaimText claim) => _folder.Write("lab/experiments/own.json", new ExperimentText("own", claim) { Process = "\"own\"", Data = """{ "window": 5 }""" }.ToString());
}
