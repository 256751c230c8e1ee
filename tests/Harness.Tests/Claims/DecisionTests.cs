using Harness.Claims;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class DecisionTests
{
    private static readonly Interval s_interval = new StudentT(0.9);

    [Fact]
    public void Of_AllAccepting_IsSupportedByTheTightest()
    {
        (Outcome outcome, Reason reason) = Decision.Of([At(0.99, Side.Accept), At(0.92, Side.Accept), At(0.95, Side.Accept)], s_interval);

        Assert.Equal((Outcome.Supported, "interval-inside"), (outcome, reason.Code));
        Assert.Equal("needs ≥ 0.9: 0.92 [0.91, 0.93], n = 5, decided at 5 % on one side", reason.Text);
    }

    [Fact]
    public void Of_OneRejecting_IsRefutedByIt()
    {
        (Outcome outcome, Reason reason) = Decision.Of([At(0.99, Side.Accept), At(0.5, Side.Straddle), At(0.2, Side.Reject)], s_interval);

        Assert.Equal((Outcome.Refuted, "interval-outside"), (outcome, reason.Code));
        Assert.Equal("needs ≥ 0.9: 0.2 [0.19, 0.21], n = 5, decided at 5 % on one side", reason.Text);
    }

    // Half-width 0.01 at a distance of 0.02: less than five suffice, and more than there are must be named; at 0.005 four times as many.
    [Theory]
    [InlineData(0.92, "; a new version with about 6 fresh seeds would likely settle it")]
    [InlineData(0.905, "; a new version with about 21 fresh seeds would likely settle it")]
    [InlineData(0.9005, "")]
    [InlineData(0.9, "")]
    public void Of_Straddling_SaysHowManySeedsWouldDo(double mean, string more)
    {
        (Outcome outcome, Reason reason) = Decision.Of([At(0.99, Side.Accept), At(mean, Side.Straddle)], s_interval);

        Assert.Equal((Outcome.Inconclusive, "interval-straddles"), (outcome, reason.Code));
        Assert.EndsWith("n = 5" + more, reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NothingOrNoEstimate_IsInconclusive()
    {
        Assert.Equal("nothing was compared", Decision.Of([], s_interval).Reason.Text);
        Assert.Equal("needs ≥ 0.9: not measured", Decision.Of([new Comparison(null, "≥ 0.9", 0.9, null, Side.Straddle, "not measured")], s_interval).Reason.Text);
    }

    private static Comparison At(double mean, Side side) => new(null, "≥ 0.9", 0.9, new Estimate(5, mean, mean - 0.01, mean + 0.01, "sample"), side);
}
