using System.Text.Json.Nodes;
using Harness.Testing;

namespace Harness.Cli.Tests.Commands;

/// <summary>Claims for all processes of a family through the built command: nothing is trained.</summary>
public sealed class FalsifyCommandTests : IDisposable, IGoldenSource
{
    private const string Unifilar = "for-all-theory/two-states-are-unifilar";
    private const string Determined = "for-all-theory/next-token-determines-belief";
    private const string OneDirection = "for-all-theory/two-states-have-one-direction";

    private static readonly ClaimText s_theory = new("small/determined")
    {
        Tier = "full",
        Measure = """{ "kind": "theory", "quantity": "next-token-determines-belief" }""",
        Comparator = ClaimText.AtLeast(1),
        ForAll = """{ "over": "small", "processes": 10, "shrinks": 300 }""",
    };

    private readonly Sandbox _folder = new();

    static IEnumerable<string> IGoldenSource.Goldens => ["commands/falsify-document.txt"];

    public void Dispose() => _folder.Dispose();

    // The smallest there can be: a state with two edges for one symbol and another state, which must come back by the other symbol.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Falsify_TwoStatesAreUnifilar_ShrinksToTheSmallestThatAreNot(int seed)
    {
        JsonNode process = (await Shipped(Unifilar, seed)).Exits(0).Json["counterexample"]!["process"]!;

        Assert.Equal((2, 2), (process["states"]!.AsArray().Count, process["symbols"]!.AsArray().Count));
        JsonNode[] edges = [.. process["transitions"]!.AsArray().Select(edge => edge!)];
        Assert.Equal([0.5, 0.5, 1], edges.Select(edge => edge["weight"]!.GetValue<double>()).Order());
        IGrouping<string, JsonNode> two = edges.GroupBy(edge => $"{edge["from"]} {edge["emit"]}").Single(same => same.Count() == 2);
        Assert.Equal(2, two.Select(edge => edge["to"]!.GetValue<string>()).Distinct().Count());
    }

    // Two states that emit alike, and so both symbols each: four edges, all one half. The next-token law then says nothing of the state.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Falsify_NextTokenDeterminesBelief_ShrinksToTwoStatesThatEmitAlike(int seed)
    {
        JsonNode process = (await Shipped(Determined, seed)).Exits(0).Json["counterexample"]!["process"]!;

        Assert.Equal((2, 2), (process["states"]!.AsArray().Count, process["symbols"]!.AsArray().Count));
        Assert.Equal([0.5, 0.5, 0.5, 0.5], process["transitions"]!.AsArray().Select(edge => edge!["weight"]!.GetValue<double>()));
        Assert.Equal(4, process["transitions"]!.AsArray().Select(edge => $"{edge!["from"]} {edge["emit"]}").Distinct().Count());
    }

    [Fact]
    public async Task Falsify_WhatIsTrueByConstruction_FindsNothingAndStatesTheBound()
    {
        CommandResult result = (await Shipped(OneDirection, 4, "--processes", "59")).Exits(0);

        Assert.Null(result.Json["counterexample"]);
        Assert.Equal("supported", result.Json["claim"]!["outcome"]!.GetValue<string>());
        Assert.Equal(1 - Math.Pow(0.05, 1.0 / 59), result.Json["failingFraction"]!["atMost"]!.GetValue<double>(), 9);
        Assert.Equal(59, result.Json["processes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Falsify_ARegisteredClaim_ExitsTwoAndLeavesACounterexampleThatCanBeCommitted()
    {
        Small(s_theory);

        CommandResult result = (await _folder.RunAsync("falsify", "small/determined", "--out", "found")).Exits(2);

        Assert.Contains("small/determined v1 over small: refuted (supported expected)\n", result.Out, StringComparison.Ordinal);
        Assert.Matches(@"draw \d+ \(\d states, 2 symbols, \d+ edges\): refuted", result.Error);
        Assert.Equal(["counterexample.json", "falsification.json", "log.txt", "summary.txt"], _folder.Files("found").Where(file => !file.Contains('/', StringComparison.Ordinal) && file[0] != '.'));
        Assert.Equal(_folder.Read("found/summary.txt"), result.Out);
        Assert.NotEmpty(_folder.Files("found/processes"));
        (await _folder.RunAsync("validate", "found/counterexample.json")).Exits(0);
        JsonNode theory = (await _folder.RunAsync("theory", "found/counterexample.json", "--json")).Exits(0).Json;
        Assert.True(theory.ToJsonString().Contains("\"separatesBeliefFromNextToken\":true", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Falsify_AnotherClaimOverAnotherFamily_ReplacesItsProcess()
    {
        Small(new ClaimText("small/probe"));
        _folder.Write("plane.json", $"{new FamilyText("plane") { Generator = """{ "kind": "parameters", "process": "mess3", "ranges": { "x": { "min": 0.05, "max": 0.2 } } }""" }}");

        // Mess3 cannot separate beliefs from predictions: nothing is tested, and that is no support.
        CommandResult result = (await _folder.RunAsync("falsify", "small/probe", "--over", "plane.json", "--processes", "1", "--json")).Exits(3);

        Assert.Equal(100, result.Json["skipped"]!["cannot-separate"]!.GetValue<int>());
        Assert.Equal("nothing-tested", result.Json["claim"]!["reason"]!["code"]!.GetValue<string>());
        Assert.StartsWith("mess3(x=0.", result.Json["processes"]![0]!["label"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OfTheSpec_AgreesWithFalsify()
    {
        Small(s_theory, s_theory with { Id = "small/one", ForAll = null });

        CommandResult run = (await _folder.RunAsync("run", "a.json", "--tier", "full", "--json", "--out", "run", "--junit", "a.xml")).Exits(2);
        JsonNode alone = (await _folder.RunAsync("falsify", "small/determined", "--json")).Exits(2).Json, beside = Assert.Single(run.Json["falsifications"]!.AsArray())!;

        Assert.Equal("small/one", Assert.Single(run.Claims).Key);
        Assert.Equal(Without(alone), Without(beside));
        Assert.Contains("<testcase name=\"small/determined v1\"", _folder.Read("a.xml"), StringComparison.Ordinal);
        Assert.Contains(_folder.Files("run"), file => file.StartsWith("falsify-small--determined-small-", StringComparison.Ordinal) && file.EndsWith("/counterexample.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_OfTheQuickTier_LeavesItAlone()
    {
        Small(s_theory);
        (await _folder.RunAsync("run", "a.json")).Exits(8);
        Assert.Contains(
            "small/determined v1: next-token law determines belief ≥ 1, on 10 processes of small, 3 networks each\n",
            (await _folder.RunAsync("run", "a.json", "--tier", "full", "--dry-run")).Exits(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Families_Listed_AreThoseOfTheFolderAndOfTheLibrary()
    {
        Small(s_theory);
        string listed = (await _folder.RunAsync("list", "families")).Exits(0).Out;
        Assert.All(["small", "sparse-three-state-hmms", "mess3-plane"], id => Assert.Contains(id, listed, StringComparison.Ordinal));
        Assert.Contains("1 experiment with 1 claim, 0 processes, 1 family: no problems.", (await _folder.RunAsync("validate", ".")).Exits(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_OfAFalsification_HasTheFieldsOfTheContract()
    {
        Small(s_theory with { ForAll = """{ "over": "small", "processes": 3, "keepGoing": true, "shrinks": 2 }""" });
        JsonNode document = (await _folder.RunAsync("falsify", "small/determined", "--json", "--quiet")).Exits(2).Json;

        Golden.CheckText("commands/falsify-document", string.Join('\n', Shape(document, "$").Distinct()) + "\n");
    }

    private void Small(params IEnumerable<ClaimText> claims)
    {
        _folder.Write("families/small.json", $"{new FamilyText("small")}");
        _folder.Write("a.json", $"{new ExperimentText("small", claims) { Process = "\"golden-mean\"" }}");
    }

    // A claim of the repository, with its own family.
    private Task<CommandResult> Shipped(string claim, int seed, params IEnumerable<string> more) => _folder.RunAsync(
        ["falsify", claim, "--specs", Path.Combine(Repository.Root, "spec", "experiments", "for-all"), "--seed", $"{seed}", "--json", .. more]);

    private static string Without(JsonNode document)
    {
        JsonObject copy = document.DeepClone().AsObject();
        copy.Remove("provenance");
        copy.Remove("exitCode");
        return copy.ToJsonString();
    }

    // Every path with the kind of its value, verdicts not opened: they are those of harness run.
    private static IEnumerable<string> Shape(JsonNode? node, string path) => node switch
    {
        JsonObject record when path.EndsWith(".claim", StringComparison.Ordinal) || path.EndsWith(".verdict", StringComparison.Ordinal) || path.EndsWith(".confirmation", StringComparison.Ordinal)
            || path.EndsWith(".process", StringComparison.Ordinal) => [$"{path} object"],
        JsonObject record => record.SelectMany(property => Shape(property.Value, $"{path}.{property.Key}")),
        JsonArray list => list.SelectMany(item => Shape(item, path + "[]")).DefaultIfEmpty(path + "[]"),
        null => [$"{path} null"],
        _ => [$"{path} {node.GetValueKind().ToString().ToLowerInvariant()}"],
    };
}
