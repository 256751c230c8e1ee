using Harness.Claims;
using Harness.Measurements;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Claims;

/// <summary>What a person reads beside a verdict, word for word.</summary>
public sealed partial class JudgeTests
{
    [Fact]
    public void Reason_ReplicatesWithoutNetwork_NamesTheFirstCauseAndEverySeed() => Assert.Equal(
        new Reason("undefined:diverged", "training diverged at step 3 (seed 7, 9)"),
        Judge.Decide(s_claim, Sample.Evidence([.. Sample.Replicates(0.95, 0.96, 0.97), Failed(7, "training diverged at step 3"), Failed(9, "no network")])).Reason);

    [Fact]
    public void Reason_TooFewSettled_HasAllNumbers()
    {
        ReplicateValue[] replicates = Sample.Replicates(0.95, 0.96, 0.95, 0.96, 0.95);
        replicates[0] = replicates[0] with { LossGapNats = 0.02 };
        replicates[4] = replicates[4] with { LossGapNats = 0.0312 };

        Assert.Equal("3 of 5 replicates are settled (loss gap ≤ 0.01 nats); worst 0.0312; 80 % are needed", Judge.Decide(s_claim, Sample.Evidence(replicates)).Reason.Text);
    }

    // The first precondition that is missed is named, and the second where the first is met.
    [Fact]
    public void Reason_SeveralPreconditions_IsTheFirstThatIsMissed()
    {
        Claim claim = Sample.Claim(new AtLeast(0.9, 0.05), new Finite(), new Settled(0.01));
        ReplicateValue[] replicates = [.. Sample.Replicates(0.95, 0.96, 0.97).Select(replicate => replicate with { LossGapNats = 1 })];

        Assert.Equal("precondition:settled", Judge.Decide(claim, new Evidence(replicates, [0, 0.01], [])).Reason.Code);
        Assert.Equal("precondition:finite", Judge.Decide(claim, new Evidence([.. replicates.Select(replicate => replicate with { Value = Measured.Undefined("no folds") })], [0, 0.01], [])).Reason.Code);
    }

    // A replicate must meet all of them to be counted among those that decide.
    [Fact]
    public void Settled_OfSeveralPreconditions_MeetsAll()
    {
        Claim claim = Sample.Claim(new AtLeast(0.9, 0.05), new Settled(0.01), new Settled(0.1));
        ReplicateValue[] replicates = Sample.Replicates(0.95, 0.96, 0.95, 0.96, 0.95);
        replicates[1] = replicates[1] with { LossGapNats = 0.05 };

        Assert.Equal([1, 3, 4, 5], Judge.Decide(claim, new Evidence(replicates, [0.01, 0.1], [])).Settled.Select(replicate => replicate.Seed));
    }

    [Fact]
    public void Reason_TooFewReplicates_NamesTheInterval()
    {
        Assert.Equal("2 usable replicates; the interval 'student-t 0.95' needs at least 3", Judge.Decide(s_claim, Sample.Evidence(Sample.Replicates(0.95, 0.96))).Reason.Text);
        Assert.Equal("0 usable replicates; the interval 'student-t 0.95' needs at least 3", Judge.Decide(s_claim, Sample.Evidence([])).Reason.Text);
        Assert.NotEqual("replicates", Judge.Decide(s_claim, Sample.Evidence(Sample.Replicates(0.95, 0.96, 0.97))).Reason.Code);
    }

    [Fact]
    public void Reason_ControlThatComesOutWrong_NamesIt()
    {
        Claim claim = s_claim with { Controls = [new PlantedControl(), new ShuffledControl()] };
        ReplicateValue[] high = Sample.Replicates(0.99, 0.98, 0.99);

        Assert.Equal(
            new Reason("control:shuffled", "the shuffled control came out supported where it must be refuted: the instrument cannot be trusted here"),
            Judge.Decide(claim, Sample.Evidence(high, 0.01, high, high)).Reason);
    }

    [Fact]
    public void Reason_NotRobust_SaysBothOutcomesAndCounts()
    {
        ReplicateValue[] replicates = Sample.Replicates(0.95, 0.96, 0.95, 0.96, 0.95);
        replicates[4] = replicates[4] with { LossGapNats = 1 };

        Assert.Equal(
            "supported by the 4 replicates that meet the preconditions, but inconclusive when the other 1 are counted as the null", Judge.Decide(s_claim, Sample.Evidence(replicates)).Reason.Text);
    }

    // A probe with as many dimensions as contexts reads a perfect value of anything.
    [Fact]
    public void Decide_SaturatedProbe_IsUndefinedUnlessItDoesNotCount()
    {
        ReplicateValue saturated = Sample.Replicate(null) with { Seed = 8, Value = Measured.Saturated("64 dimensions for 50 contexts") };
        Claim trend = Sample.Claim(new IncreasesWith(0.5, null, ["a", "b", "c"])) with { Interval = new OrderStatistics() };
        ReplicateValue[] rising = [.. Enumerable.Repeat(saturated with { Rivals = Sample.Replicate(1, 0, ("a", 1), ("b", 2), ("c", 3)).Rivals }, 6)];

        Assert.Equal(
            new Reason("undefined:saturated", "seed 8: saturated: 64 dimensions for 50 contexts"), Judge.Decide(s_claim, Sample.Evidence([.. Sample.Replicates(0.95, 0.96, 0.97), saturated])).Reason);
        Assert.Equal(
            "precondition:not-robust", Judge.Decide(s_claim, Sample.Evidence([.. Sample.Replicates(0.95, 0.96, 0.95, 0.96), saturated with { LossGapNats = 1 }])).Reason.Code);
        Assert.Equal(Outcome.Supported, Judge.Decide(trend, new Evidence(rising, [], [])).Outcome);
    }

    [Fact]
    public void Decide_AnyVerdict_CarriesWhatWasJudged()
    {
        ReplicateValue[] replicates = Sample.Replicates(0.95, 0.96, 0.95, 0.96, 0.95);
        replicates[4] = replicates[4] with { LossGapNats = 1 };
        Claim claim = s_claim with { Controls = [new ShuffledControl()] };

        Verdict verdict = Judge.Decide(claim, Sample.Evidence(replicates, 0.01, Sample.Replicates(0, 0, 0)));

        Assert.Equal((claim, 5, 4), (verdict.Claim, verdict.Replicates.Count, verdict.Settled.Count));
        Assert.Equal("untrained", Assert.Single(verdict.Nulls).Name);
        Assert.Equal(4, verdict.Nulls[0].Estimate!.N);
        Assert.Equal(4, Assert.Single(verdict.Comparisons).Estimate!.N);
        Assert.Equal(new PreconditionResult("settled", 0.01, 4, 5, 1), Assert.Single(verdict.Preconditions));
        Assert.Equal(Outcome.Refuted, Assert.Single(verdict.Controls).Outcome);
    }

    private static ReplicateValue Failed(int seed, string why) => ReplicateReading.Failed(seed, why).Value;
}
