using Harness.Claims;
using Harness.Measurements;
using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Claims;

public sealed partial class JudgeTests
{
    [Theory]
    [InlineData(0.9, "supported")]
    [InlineData(0.8999, "inconclusive")]
    [InlineData(0.8501, "inconclusive")]
    [InlineData(0.85, "inconclusive")]
    [InlineData(0.8499, "refuted")]
    public void Decide_IntervalOfNoWidth_IsDecidedAtThresholdAndMargin(double value, string outcome)
    {
        Claim claim = Sample.Claim(new AtLeast(0.9, 0.05));

        Assert.Equal(outcome, Judge.Decide(claim, new Evidence(Sample.Replicates(value, value, value), [], [])).Outcome.ToString().ToLowerInvariant());
    }

    // Four of five is eighty per cent, whatever floating point makes of 0.8·n.
    [Fact]
    public void Decide_ExactlyEightyPerCentSettled_IsEnough()
    {
        for (int n = 5; n <= 200; n += 5)
        {
            ReplicateValue[] replicates = Sample.Replicates([.. Enumerable.Repeat(0.2, n)]);
            for (int i = 0; i < n / 5; i++)
            {
                replicates[i] = replicates[i] with { LossGapNats = 1 };
            }

            Assert.Equal(Outcome.Refuted, Judge.Decide(s_claim, Sample.Evidence(replicates)).Outcome);

            replicates[n - 1] = replicates[n - 1] with { LossGapNats = 1 };

            Assert.Equal("precondition:settled", Judge.Decide(s_claim, Sample.Evidence(replicates)).Reason.Code);
        }
    }

    [Fact]
    public void Decide_GapExactlyAtTheBound_IsSettledAndAMissingGapIsNot()
    {
        ReplicateValue[] at = [.. Sample.Replicates(0.95, 0.96, 0.97).Select(replicate => replicate with { LossGapNats = 0.01 })];
        ReplicateValue[] missing = [.. at.Select(replicate => replicate with { LossGapNats = null })];

        Assert.Equal(Outcome.Supported, Judge.Decide(s_claim, Sample.Evidence(at)).Outcome);
        Assert.Equal("precondition:settled", Judge.Decide(s_claim, Sample.Evidence(missing)).Reason.Code);
    }

    // The unsettled fifth counts as the untrained network: with it the support does not survive.
    [Fact]
    public void Decide_SupportThatNeedsUnsettledLeftOut_IsNotRobust()
    {
        ReplicateValue[] replicates = Sample.Replicates(0.95, 0.96, 0.95, 0.96, 0.95);
        replicates[4] = replicates[4] with { LossGapNats = 1 };

        Verdict verdict = Judge.Decide(s_claim, Sample.Evidence(replicates));

        Assert.Equal((Outcome.Inconclusive, "precondition:not-robust"), (verdict.Outcome, verdict.Reason.Code));
        Assert.Equal(4, verdict.Estimate!.N);
    }

    // For differences the null is an excess of nothing; its own value does not matter.
    [Theory]
    [InlineData(0.05, "supported")]
    [InlineData(0.3, "inconclusive")]
    public void Decide_ExcessWithOneCountedAsNull_SurvivesOnlyASmallMargin(double margin, string outcome)
    {
        Claim claim = Sample.Claim(new Exceeds(margin, ["table-3"]), new Settled(0.01));
        ReplicateValue[] replicates = [.. Enumerable.Range(1, 10).Select(seed => Sample.Replicate(0.9, seed == 1 ? 1 : 0, ("table-3", 0.5)) with { Seed = seed })];

        Assert.Equal(outcome, Judge.Decide(claim, Sample.Evidence(replicates)).Outcome.ToString().ToLowerInvariant());
    }

    [Fact]
    public void Decide_RefutationThatSurvivesTheNull_Stands()
    {
        ReplicateValue[] replicates = Sample.Replicates(0.3, 0.31, 0.3, 0.31, 0.99);
        replicates[4] = replicates[4] with { LossGapNats = 1 };

        Assert.Equal(Outcome.Refuted, Judge.Decide(s_claim, Sample.Evidence(replicates)).Outcome);
    }

    [Fact]
    public void Decide_EarlierRowsOfTheTable_ComeFirst()
    {
        ReplicateValue failed = ReplicateReading.Failed(1, "no network").Value;
        Claim claim = s_claim with { Controls = [new ShuffledControl()] };
        ReplicateValue[] unsettled = [.. Sample.Replicates(0.9, 0.9, 0.9).Select(replicate => replicate with { LossGapNats = 1 })];
        ReplicateValue[] wrong = Sample.Replicates(0.99, 0.99, 0.99);

        Assert.Equal("undefined:diverged", Judge.Decide(claim, Sample.Evidence([.. unsettled, failed], 0.01, wrong)).Reason.Code);
        Assert.Equal("precondition:settled", Judge.Decide(claim, Sample.Evidence(unsettled, 0.01, wrong)).Reason.Code);
        Assert.Equal("control:shuffled", Judge.Decide(claim, Sample.Evidence([Sample.Replicate(null), .. Sample.Replicates(0.9, 0.9, 0.9)], 0.01, wrong)).Reason.Code);
    }

    // Asking for more never turns a refuted claim into a supported one, and the order of outcomes is never reversed.
    [Fact]
    public void Decide_RisingThreshold_NeverImprovesTheOutcome()
    {
        RandomStream random = new(5);
        for (int i = 0; i < 200; i++)
        {
            double spread = random.NextDouble() * 0.2, margin = random.NextDouble() * 0.1;
            double[] values = [.. Enumerable.Range(0, 3 + random.NextInt(4)).Select(_ => 0.5 + (spread * random.NextNormal()))];
            Evidence evidence = new([.. values.Select(value => Sample.Replicate(value, 0, ("table-3", 0.2)))], [], []);

            int[] ranks = [.. Enumerable.Range(0, 60).Select(step => Rank(Judge.Decide(Sample.Claim(new AtLeast(step / 50.0, margin)), evidence).Outcome))];
            int[] excess = [.. Enumerable.Range(0, 60).Select(step => Rank(Judge.Decide(Sample.Claim(new Exceeds(step / 50.0, ["table-3"])), evidence).Outcome))];

            Assert.Equal(ranks.OrderDescending(), ranks);
            Assert.Equal(excess.OrderDescending(), excess);
        }

        static int Rank(Outcome outcome) => outcome == Outcome.Supported ? 2 : outcome == Outcome.Inconclusive ? 1 : 0;
    }

    // At the boundary itself the interval of level 0.95 supports wrongly in one case of forty; standard error 0.25 %.
    [Fact]
    public void Decide_TruthExactlyAtTheThreshold_IsSupportedInOneOfForty()
    {
        RandomStream random = new(19);
        Claim claim = Sample.Claim(new AtLeast(0.5));
        const int trials = 4000;

        int supported = Enumerable.Range(0, trials).Count(_ => Judge.Decide(claim, new Evidence(
            Sample.Replicates([.. Enumerable.Range(0, 5).Select(_ => 0.5 + (0.01 * random.NextNormal()))]), [], [])).Outcome == Outcome.Supported);

        Assert.InRange(supported / (double)trials, 0.025 - 0.01, 0.025 + 0.01);
    }

    [Fact]
    public void Decide_MeasureUndefinedInTheNullOnly_CannotSurvive()
    {
        ReplicateValue[] replicates = [.. Sample.Replicates(0.95, 0.96, 0.95, 0.96), Sample.Replicate(0.95, 1)];

        Assert.Equal("precondition:not-robust", Judge.Decide(s_claim, Sample.Evidence(replicates)).Reason.Code);
        Assert.Null(replicates[4].Rival(Measurement.Untrained).Value);
    }
}
