using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Statistics;

public sealed class TrendTests
{
    private static readonly double[] s_steps = [1, 2, 3, 4];

    // Six pairs: concordant less discordant, over all.
    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 4 }, 1)]
    [InlineData(new[] { 4.0, 3, 2, 1 }, -1)]
    [InlineData(new[] { 1.0, 3, 2, 4 }, 4 / 6.0)]
    [InlineData(new[] { 1.0, 1, 1, 1 }, 0)]
    [InlineData(new[] { 1.0, 1, 2, 2 }, 4 / 6.0)]
    public void Rank_OfValues_CountsPairs(double[] values, double tau) => Assert.Equal(tau, Trend.Rank(s_steps, values), 1e-12);

    // A covariate that stands twice makes no pair: five are left, all concordant.
    [Fact]
    public void Rank_TiedCovariate_LeavesThePairOut() => Assert.Equal(1, Trend.Rank([1, 1, 2, 3], [5, 4, 6, 7]), 1e-12);

    [Fact]
    public void Slope_OfALine_IsItsSlopeWhateverTheNoiseAroundIt()
    {
        Assert.Equal(0.5, Trend.Slope([0, 2, 10], [1, 2, 6]), 1e-12);
        Assert.Equal(0.3, Trend.Slope(s_steps, [1, 2, 2, 2]), 1e-12);
        Assert.Equal(0, Trend.Slope(s_steps, [7, 7, 7, 7]), 1e-12);
    }
}
