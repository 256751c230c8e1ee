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

    // (1/d)²·5 + 1 at a distance of d half-widths: 1,000 seeds are named, more are not.
    [Theory]
    [InlineData(999.0, "; a new version with about 1000 fresh seeds would likely settle it")]
    [InlineData(999.5, "")]
    public void Of_StraddlingAtTheBound_NamesNoMoreThanAThousandSeeds(double needed, string more)
    {
        double distance = 0.01 * Math.Sqrt(5 / (needed - 1e-6));

        Assert.EndsWith("n = 5" + more, Decision.Of([At(0.9 + distance, Side.Straddle)], s_interval).Reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NothingOrNoEstimate_IsInconclusive()
    {
        Assert.Equal((Outcome.Inconclusive, new Reason("interval-straddles", "nothing was compared")), Decision.Of([], s_interval));
        Assert.Equal("needs ≥ 0.9: not measured", Decision.Of([new Comparison(null, "≥ 0.9", 0.9, null, Side.Straddle, "not measured")], s_interval).Reason.Text);
    }

    private static Comparison At(double mean, Side side) => new(null, "≥ 0.9", 0.9, new Estimate(5, mean, mean - 0.01, mean + 0.01, "sample"), side);
}
