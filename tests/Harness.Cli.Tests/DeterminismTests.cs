using System.Text.Json.Nodes;

namespace Harness.Cli.Tests;

/// <summary>The same spec gives the same bits, however many jobs there are and wherever the networks come from.</summary>
public sealed class DeterminismTests(TrainedRuns runs)
{
    [Theory]
    [InlineData("two-jobs")]
    [InlineData("filling")]
    [InlineData("cached")]
    public async Task RunFolders_OfTheSameSpec_HaveTheSameBytes(string other)
    {
        await runs.OfAsync("one-job");
        await runs.OfAsync(other);
        string[] compared = [.. runs.Folder.Files("one-job").Where(file => file is not ("run.json" or "log.txt" or "report.html"))];
        Assert.Contains("verdicts/tiny--probe.json", compared);
        Assert.Contains("replicates/3.json", compared);
        Assert.Equal(runs.Folder.Files("one-job"), runs.Folder.Files(other));
        Assert.All(compared, file => Assert.Equal(File.ReadAllBytes(runs.Folder.In($"one-job/{file}")), File.ReadAllBytes(runs.Folder.In($"{other}/{file}"))));
    }

    [Theory]
    [InlineData("two-jobs")]
    [InlineData("filling")]
    [InlineData("cached")]
    public async Task Json_OfTheSameSpec_DiffersInTheProvenanceOnly(string other) =>
        Assert.Equal(WithoutProvenance(await runs.OfAsync("one-job")), WithoutProvenance(await runs.OfAsync(other)));

    [Fact]
    public async Task VerdictFile_OfAClaim_IsTheClaimOfTheDocument()
    {
        JsonNode claim = (await runs.OfAsync("one-job")).Claims["tiny/contrast"];
        Assert.True(JsonNode.DeepEquals(claim, JsonNode.Parse(runs.Folder.Read("one-job/verdicts/tiny--contrast.json"))));
    }

    private static string WithoutProvenance(CommandResult result)
    {
        JsonNode document = result.Json;
        foreach (JsonNode? experiment in document["experiments"]!.AsArray())
        {
            Assert.True(experiment!.AsObject().Remove("provenance"));
        }
        return document.ToJsonString();
    }
}
