using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Statistics;

public sealed class OrderStatisticsTests
{
    // The tabulated ranks of the sign test at 95 %: n = 6..8 the extremes, 9..11 the second, 12..14 the third, 15 and 16 the fourth.
    [Theory]
    [InlineData(6, 1)]
    [InlineData(8, 1)]
    [InlineData(9, 2)]
    [InlineData(11, 2)]
    [InlineData(12, 3)]
    [InlineData(15, 4)]
    [InlineData(16, 4)]
    [InlineData(20, 6)]
    [InlineData(25, 8)]
    public void Of_Counts_TakesTheTabulatedRanks(int n, int rank)
    {
        Estimate estimate = new OrderStatistics().Of([.. Enumerable.Range(1, n).Reverse().Select(i => (double)i)])!;

        Assert.Equal((rank, n + 1 - rank), (estimate.Low, estimate.High));
        Assert.Equal((n + 1) / 2.0, estimate.Mean);
    }

    // At level one half: n = 2 covers the median with ¾ − that is (x₁, x₂) with probability one half.
    [Fact]
    public void Of_LowLevel_MayUseTheMiddleItself()
    {
        Estimate estimate = new OrderStatistics(0.5).Of([1, 2])!;

        Assert.Equal((1, 2), (estimate.Low, estimate.High));
        Assert.Equal(3, new OrderStatistics(0.5).MinimumReplicates + 1);
    }

    [Fact]
    public void Of_OneOutlier_IsNotMoved() => Assert.Equal(
        new OrderStatistics().Of([1, 2, 3, 4, 5, 6, 7, 8, 9])!.High, new OrderStatistics().Of([1, 2, 3, 4, 5, 6, 7, 8, 9e9])!.High);
}
