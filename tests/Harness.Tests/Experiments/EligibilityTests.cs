using Harness.Activations;
using Harness.Claims;
using Harness.Experiments;
using Harness.Measurements;
using Harness.Processes;
using Harness.Statistics;
using Harness.Tests.Beliefs;
using Harness.Training;
using Xunit;

namespace Harness.Tests.Experiments;

public sealed class EligibilityTests
{
    private static readonly Claim s_claim = new(
        "a/claim", 1, ClaimStatus.Exploratory, Tier.Full, Expectation.Supported, "Beliefs are decoded beyond every null.",
        new AffineProbe(new Location("ln_final")), new Exceeds(0, ["next-token", "table-2", "table-3"]), new PairedT());

    // The best 3-gram leaves 0.136 nats of RRXOR to learn; no null of theory explains its beliefs.
    [Fact]
    public void Of_AProcessThatSeparates_HasAPlan()
    {
        Eligibility eligibility = Of(KnownProcesses.RandomRandomXor, new Eligible());

        Assert.Null(eligibility.Reason);
        Assert.Equal("rrxor", eligibility.Plan!.Process.Id);
    }

    [Theory]
    [InlineData("z1r", 0.02, 0.9, false, Eligibility.TooLittleToLearn)]
    [InlineData("mess3", 0, 0.9, true, Eligibility.CannotSeparate)]
    [InlineData("mess3", 0, 0.9, false, Eligibility.NullTooGood)]
    [InlineData("rrxor", 0.5, 0.9, true, Eligibility.TooLittleToLearn)]
    [InlineData("rrxor", 0.02, 0.1, true, Eligibility.NullTooGood)]
    public void Of_AProcessThatCannotTestTheClaim_SaysWhy(string process, double gap, double best, bool separates, string reason)
    {
        Eligibility eligibility = Of(Process(process), new Eligible(gap, best, separates));

        Assert.Equal(reason, eligibility.Reason);
        Assert.NotNull(eligibility.Detail);
    }

    // Without demands only the claim itself decides: nothing can exceed the next-token law where beliefs are an image of it.
    [Fact]
    public void Of_AProcessOnWhichTheClaimCannotBeMade_SaysWhatAPersonWouldBeTold()
    {
        Eligibility eligibility = Of(KnownProcesses.Mess3(0.15, 0.6), null);

        Assert.Equal(Eligibility.CannotSeparate, eligibility.Reason);
        Assert.Contains("the null 'next-token' alone gives R² = 1.0", eligibility.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AStateThatTheProcessDoesNotHave_DoesNotApply() => Assert.Equal(
        Eligibility.DoesNotApply, Of(KnownProcesses.GoldenMean(), null, s_claim with { Measure = new AffineProbe(new Location("ln_final"), Coordinate: "S"), Comparator = new AtLeast(0.5), Interval = new StudentT() }).Reason);

    private static HiddenMarkovModel Process(string id) => id switch
    {
        "z1r" => KnownProcesses.ZeroOneRandom,
        "mess3" => KnownProcesses.Mess3(0.15, 0.6),
        _ => KnownProcesses.RandomRandomXor,
    };

    private static Eligibility Of(HiddenMarkovModel process, Eligible? asked, Claim? claim = null) => Eligibility.Of(
        new ExperimentSpec(1, "a", "A", new ProcessReference("rrxor"), new DataRecipe(8), [1, 2, 3], [claim ?? s_claim], new Planted()), "a.json", claim ?? s_claim, process, asked);
}
