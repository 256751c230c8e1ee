using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Cli.Tests;

/// <summary>The document of <c>harness run --json</c> that scripts rely on.</summary>
public sealed class RunJsonTests(TrainedRuns runs)
{
    [Fact]
    public async Task Document_OfARun_HasTheFieldsOfTheContract()
    {
        JsonNode document = (await runs.OfAsync("filling")).Json;
        Assert.Equal(["schema", "exitCode", "experiments"], Names(document));
        JsonNode experiment = Assert.Single(document["experiments"]!.AsArray())!;
        Assert.Equal(["id", "tier", "provenance", "claims"], Names(experiment));
        Assert.Equal(("tiny", "quick", 0), (experiment["id"]!.GetValue<string>(), experiment["tier"]!.GetValue<string>(), document["exitCode"]!.GetValue<int>()));
        foreach (JsonNode? claim in experiment["claims"]!.AsArray())
        {
            Superset(["id", "version", "outcome", "expected", "reason", "estimate", "replicates", "nulls", "controls", "preconditions"], claim!);
            Superset(["n", "mean", "low", "high"], claim!["estimate"]!);
            Assert.Equal([1, 2, 3], claim["replicates"]!.AsArray().Select(replicate => replicate!["seed"]!.GetValue<int>()));
            Assert.All(claim["replicates"]!.AsArray(), replicate => Superset(["seed", "value", "lossGapNats"], replicate!));
            Assert.NotEmpty(claim["nulls"]!.AsArray());
        }
        JsonNode probe = (await runs.OfAsync("filling")).Claims["tiny/probe"];
        Assert.Equal(["planted", "shuffled"], probe["controls"]!.AsArray().Select(control => control!["kind"]!.GetValue<string>()));
        Assert.Equal("settled", Assert.Single(probe["preconditions"]!.AsArray())!["kind"]!.GetValue<string>());
    }

    [Fact]
    public async Task StandardOutput_WithJson_IsTheDocumentAndNothingElse()
    {
        CommandResult result = await runs.OfAsync("one-job");
        Assert.Equal(JsonValueKind.Object, result.Json.GetValueKind());
        Assert.Contains("tiny seed 1: step 40 of 40", result.Error, StringComparison.Ordinal);
        Assert.Contains("3 networks in ", result.Error, StringComparison.Ordinal);
        Assert.Contains("report: one-job/report.html", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provenance_OfARun_SaysByWhatItWasMade()
    {
        JsonNode provenance = (await runs.OfAsync("two-jobs")).Json["experiments"]![0]!["provenance"]!;
        Superset(["harnessVersion", "versions", "machine", "jobs", "cpuSettings", "startedAt", "seconds", "trainedSeeds", "cachedSeeds", "arguments"], provenance);
        Assert.Equal(2, provenance["jobs"]!.GetValue<int>());
        Assert.Contains("--no-cache", provenance["arguments"]!.AsArray().Select(argument => argument!.GetValue<string>()));
    }

    private static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(property => property.Key);

    private static void Superset(IEnumerable<string> expected, JsonNode node) => Assert.Empty(expected.Except(Names(node)));
}
