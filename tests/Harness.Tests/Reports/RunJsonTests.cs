using System.Text.Json.Nodes;
using Harness.Reports;
using Xunit;

namespace Harness.Tests.Reports;

public sealed class RunJsonTests
{
    [Fact]
    public void Write_TwoExperiments_IsTheContractsDocument()
    {
        JsonObject document = JsonNode.Parse(RunJson.Write(2, [SampleRun.Mess3, SampleRun.Mess3]))!.AsObject();
        Assert.Equal(["schema", "exitCode", "experiments"], document.Select(property => property.Key));
        Assert.Equal(1, (int)document["schema"]!);
        Assert.Equal(2, (int)document["exitCode"]!);
        JsonObject experiment = document["experiments"]![1]!.AsObject();
        Assert.Equal(["id", "tier", "provenance", "claims"], experiment.Select(property => property.Key));
        Assert.Equal("quick", (string)experiment["tier"]!);
        Assert.Equal(4, experiment["claims"]!.AsArray().Count);
    }

    [Fact]
    public void Write_AnotherTimeAndCache_DiffersInProvenanceOnly()
    {
        ReportModel model = SampleRun.Mess3;
        ReportModel later = model with { Provenance = model.Provenance with { Seconds = 99, StartedAt = model.Provenance.StartedAt.AddDays(1), CachedSeeds = [1, 2, 3, 4, 5], TrainedSeeds = [] } };
        JsonNode one = JsonNode.Parse(RunJson.Write(0, [model]))!, other = JsonNode.Parse(RunJson.Write(0, [later]))!;
        Assert.NotEqual(one.ToJsonString(), other.ToJsonString());
        one["experiments"]![0]!.AsObject().Remove("provenance");
        other["experiments"]![0]!.AsObject().Remove("provenance");
        Assert.Equal(one.ToJsonString(), other.ToJsonString());
    }

    [Fact]
    public void Write_ClaimOfTheRun_IsTheVerdictFile()
    {
        JsonNode inRun = JsonNode.Parse(RunJson.Write(0, [SampleRun.Mess3]))!["experiments"]![0]!["claims"]![2]!;
        Assert.Equal(JsonNode.Parse(VerdictJson.Write(SampleRun.Mess3.Claims[2]))!.ToJsonString(), inRun.ToJsonString());
    }
}
