using Harness.Claims;
using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Claims;

/// <summary>One test for each row of the table of judgement.</summary>
public sealed partial class JudgeTests
{
    private static readonly Claim s_claim = Sample.Claim(new AtLeast(0.9, 0.05), new Settled(0.01));

    [Fact]
    public void Decide_ReplicateWithoutNetwork_IsInconclusiveAndSaysWhy()
    {
        ReplicateValue[] replicates = [.. Sample.Replicates(0.95, 0.96, 0.95, 0.96), ReplicateReading.Failed(7, "training diverged at step 3").Value];

        Verdict verdict = Judge.Decide(s_claim, Sample.Evidence(replicates));

        Assert.Equal((Outcome.Inconclusive, "undefined:diverged"), (verdict.Outcome, verdict.Reason.Code));
        Assert.Contains("training diverged at step 3 (seed 7)", verdict.Reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_TooFewSettled_IsInconclusiveWithTheProportion()
    {
        ReplicateValue[] replicates = Sample.Replicates(0.95, 0.96, 0.95, 0.96, 0.95);
        replicates[0] = replicates[0] with { LossGapNats = 0.02 };
        replicates[4] = replicates[4] with { LossGapNats = 0.03 };

        Verdict verdict = Judge.Decide(s_claim, Sample.Evidence(replicates));

        Assert.Equal((Outcome.Inconclusive, "precondition:settled"), (verdict.Outcome, verdict.Reason.Code));
        Assert.Contains("3 of 5 replicates", verdict.Reason.Text, StringComparison.Ordinal);
        Assert.Equal(new PreconditionResult("settled", 0.01, 3, 5, 0.03), Assert.Single(verdict.Preconditions));
    }

    [Fact]
    public void Decide_TooFewReplicates_SaysHowManyAreNeeded()
    {
        Claim claim = s_claim with { Controls = [new ShuffledControl()] };

        Verdict verdict = Judge.Decide(claim, Sample.Evidence(Sample.Replicates(0.95, 0.96), 0.01, Sample.Replicates(0, 0)));

        Assert.Equal((Outcome.Inconclusive, "replicates"), (verdict.Outcome, verdict.Reason.Code));
        Assert.Contains("at least 3", verdict.Reason.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.95, 0.0, null)]
    [InlineData(0.5, 0.0, "control:planted")]
    [InlineData(0.95, 0.95, "control:shuffled")]
    [InlineData(0.95, 0.88, "control:shuffled")]
    public void Decide_ControlThatComesOutWrong_IsInconclusive(double planted, double shuffled, string? code)
    {
        Claim claim = s_claim with { Controls = [new PlantedControl(), new ShuffledControl()] };

        Verdict verdict = Judge.Decide(claim, Sample.Evidence(
            Sample.Replicates(0.95, 0.96, 0.97), 0.01, Sample.Replicates(planted, planted, planted), Sample.Replicates(shuffled, shuffled, shuffled)));

        Assert.Equal(code ?? "interval-inside", verdict.Reason.Code);
        Assert.Equal(code is null ? Outcome.Supported : Outcome.Inconclusive, verdict.Outcome);
        Assert.Equal([planted, shuffled], verdict.Controls.Select(control => Math.Round(control.Mean!.Value, 12)));
    }

    [Fact]
    public void Decide_UndefinedValue_IsInconclusiveWithTheReason()
    {
        ReplicateValue[] replicates = [.. Sample.Replicates(0.95, 0.96, 0.97), Sample.Replicate(null) with { Seed = 9 }];

        Verdict verdict = Judge.Decide(s_claim, Sample.Evidence(replicates));

        Assert.Equal((Outcome.Inconclusive, "undefined:value"), (verdict.Outcome, verdict.Reason.Code));
        Assert.Equal("seed 9: not measured", verdict.Reason.Text);
        Assert.Null(verdict.Estimate);
    }

    [Fact]
    public void Decide_IntervalInside_IsSupported()
    {
        Verdict verdict = Judge.Decide(s_claim, Sample.Evidence(Sample.Replicates(0.95, 0.96, 0.97)));

        Assert.Equal((Outcome.Supported, "interval-inside"), (verdict.Outcome, verdict.Reason.Code));
        Assert.Equal(0.96, verdict.Estimate!.Mean, 1e-12);
        Assert.True(verdict.AsExpected);
    }

    [Fact]
    public void Decide_IntervalOutside_IsRefuted()
    {
        Verdict verdict = Judge.Decide(s_claim, Sample.Evidence(Sample.Replicates(0.7, 0.71, 0.72)));

        Assert.Equal((Outcome.Refuted, "interval-outside"), (verdict.Outcome, verdict.Reason.Code));
        Assert.Contains("needs ≥ 0.9: 0.71 [", verdict.Reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_IntervalStraddling_IsInconclusiveAndEstimatesSeeds()
    {
        Verdict verdict = Judge.Decide(s_claim, Sample.Evidence(Sample.Replicates(0.85, 0.95, 0.99)));

        Assert.Equal((Outcome.Inconclusive, "interval-straddles"), (verdict.Outcome, verdict.Reason.Code));
        Assert.Contains("fresh seeds would likely settle it", verdict.Reason.Text, StringComparison.Ordinal);
    }

    // Between threshold − margin and threshold nothing is decided, however narrow the interval.
    [Fact]
    public void Decide_InsideTheMargin_IsInconclusive() =>
        Assert.Equal("interval-straddles", Judge.Decide(s_claim, Sample.Evidence(Sample.Replicates(0.87, 0.87, 0.87))).Reason.Code);

    [Fact]
    public void Decide_NothingCompared_IsInconclusive() =>
        Assert.Equal(Outcome.Inconclusive, Judge.Decide(Sample.Claim(new Exceeds(0.1)), new Evidence(Sample.Replicates(1, 1, 1), [], [])).Outcome);

    [Fact]
    public void Decide_SeveralComparisons_NeedsAllAndOneRejects()
    {
        Claim claim = Sample.Claim(new Exceeds(0.2, ["table-3", "untrained"]));
        ReplicateValue[] Evidence(double table) => [.. Enumerable.Range(1, 3).Select(_ => Sample.Replicate(0.8, 0, ("table-3", table), ("untrained", 0.1)))];

        Assert.Equal(Outcome.Supported, Judge.Decide(claim, new Evidence(Evidence(0.5), [], [])).Outcome);
        Assert.Equal(Outcome.Refuted, Judge.Decide(claim, new Evidence(Evidence(0.7), [], [])).Outcome);
    }

    [Fact]
    public void Decide_AnyEvidence_GivesAVerdict()
    {
        RandomStream random = new(3);
        Comparator[] comparators = [new AtLeast(0.5, 0.1), new AtMost(0.5), new Exceeds(0.1, ["a", "best-null"]), new Exceeds(0, null, null)];
        for (int i = 0; i < 500; i++)
        {
            Claim claim = Sample.Claim(comparators[random.NextInt(4)], new Settled(0.5)) with { Controls = [new ShuffledControl()] };
            ReplicateValue[] Draw() => [.. Enumerable.Range(0, random.NextInt(6)).Select(_ => Sample.Replicate(
                random.NextInt(10) == 0 ? null : random.NextDouble(), random.NextDouble(), ("a", random.NextDouble())) with { Failure = random.NextInt(20) == 0 ? "no network" : null })];

            Verdict verdict = Judge.Decide(claim, Sample.Evidence(Draw(), 0.5, Draw()));

            Assert.NotEmpty(verdict.Reason.Text);
            Assert.True(verdict.Outcome == Outcome.Inconclusive || verdict.Reason.Code is "interval-inside" or "interval-outside");
            Assert.True(verdict.Outcome == Outcome.Inconclusive || verdict.Comparisons.All(comparison => comparison.Estimate is not null));
        }
    }
}
