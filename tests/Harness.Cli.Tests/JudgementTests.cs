using System.Text.Json.Nodes;

namespace Harness.Cli.Tests;

/// <summary>Every row of the judgement table, through the built command.</summary>
public sealed class JudgementTests(Judgements judgements)
{
    [Theory]
    [InlineData("inside", "supported", "interval-inside")]
    [InlineData("watched", "refuted", "interval-outside")]
    [InlineData("outside", "refuted", "interval-outside")]
    [InlineData("straddles", "inconclusive", "interval-straddles")]
    [InlineData("unsettled", "inconclusive", "precondition:settled")]
    [InlineData("control", "inconclusive", "control:planted")]
    [InlineData("saturated", "inconclusive", "undefined:saturated")]
    [InlineData("few", "inconclusive", "replicates")]
    [InlineData("diverged", "inconclusive", "undefined:diverged")]
    public async Task Claim_OfEachRow_HasItsOutcomeAndReason(string claim, string outcome, string reason)
    {
        JsonNode verdict = (await judgements.ResultAsync()).Claims[claim];
        Assert.Equal((outcome, reason), (verdict["outcome"]!.GetValue<string>(), verdict["reason"]!["code"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("unsettled", "0 of 3 replicates are settled (loss gap ≤ 0.001 nats)")]
    [InlineData("control", "the planted control came out refuted where it must be supported: the instrument cannot be trusted here")]
    [InlineData("saturated", "seed 1: saturated: 9 effective dimensions for 10 distinct contexts")]
    [InlineData("few", "2 usable replicates; the interval 'student-t 0.95' needs at least 3")]
    [InlineData("diverged", "training diverged: the loss was not finite at step 1 (seed 1, 2, 3)")]
    [InlineData("straddles", "fresh seeds would likely settle it")]
    public async Task Inconclusive_OfEachRow_SaysWhyInWords(string claim, string words) =>
        Assert.Contains(words, (await judgements.ResultAsync()).Claims[claim]["reason"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);

    [Fact]
    public async Task Run_WithOppositeAndInconclusiveClaims_Exits2InTheDocumentToo() =>
        Assert.Equal(2, (await judgements.ResultAsync()).Exits(2).Json["exitCode"]!.GetValue<int>());

    [Fact]
    public async Task Control_ThatWorks_IsListedBesideTheBrokenOne()
    {
        JsonArray controls = (await judgements.ResultAsync()).Claims["control"]["controls"]!.AsArray();
        Assert.Equal(["shuffled refuted", "planted refuted"], controls.Select(control => $"{control!["kind"]} {control["outcome"]}"));
    }

    [Fact]
    public async Task Diverged_Replicates_HaveNoValueAndSayWhy()
    {
        JsonNode verdict = (await judgements.ResultAsync()).Claims["diverged"];
        Assert.Null(verdict["estimate"]);
        Assert.All(verdict["replicates"]!.AsArray(), replicate =>
        {
            Assert.Null(replicate!["value"]);
            Assert.StartsWith("training diverged", replicate["undefined"]!.GetValue<string>(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task FullTier_NotAskedFor_IsNotRun()
    {
        CommandResult result = await judgements.ResultAsync();
        Assert.DoesNotContain("late", result.Claims.Keys);
        Assert.False(judgements.Folder.Exists("out/late"));
    }

    [Fact]
    public async Task Out_OfSeveralExperiments_HasAFolderForEach()
    {
        await judgements.ResultAsync();
        Assert.Equal(
            ["control", "diverged", "few", "inside", "outside", "saturated", "straddles", "unsettled"],
            Directory.EnumerateDirectories(judgements.Folder.In("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.False(judgements.Folder.Exists("runs"));
    }
}
