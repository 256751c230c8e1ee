using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Statistics;

public sealed class RegionTests
{
    [Theory]
    [InlineData(0.9, true, false)]
    [InlineData(0.8999, false, false)]
    [InlineData(0.85, false, false)]
    [InlineData(0.8499, false, true)]
    public void AtLeast_Value_IsHeldAgainstThresholdAndMargin(double value, bool accepts, bool rejects) =>
        Assert.Equal((accepts, rejects), (Region.AtLeast(0.9, 0.05).Accepts(value), Region.AtLeast(0.9, 0.05).Rejects(value)));

    [Theory]
    [InlineData(0.1, true, false)]
    [InlineData(0.1001, false, false)]
    [InlineData(0.1501, false, true)]
    public void AtMost_Value_IsHeldAgainstThresholdAndMargin(double value, bool accepts, bool rejects) =>
        Assert.Equal((accepts, rejects), (Region.AtMost(0.1, 0.05).Accepts(value), Region.AtMost(0.1, 0.05).Rejects(value)));

    // In powers of two, so that the end is hit to the bit.
    [Theory]
    [InlineData(0.125, true, false)]
    [InlineData(0.1875, false, false)]
    [InlineData(0.1876, false, true)]
    public void AtMost_ValueAtTheVeryEnd_IsNotBeyondIt(double value, bool accepts, bool rejects) =>
        Assert.Equal((accepts, rejects), (Region.AtMost(0.125, 0.0625).Accepts(value), Region.AtMost(0.125, 0.0625).Rejects(value)));

    [Theory]
    [InlineData(0.2, 0.4, true, false)]
    [InlineData(0.19, 0.4, false, false)]
    [InlineData(0.2, 0.41, false, false)]
    [InlineData(0.0, 0.09, false, true)]
    [InlineData(0.0, 0.1, false, false)]
    [InlineData(0.51, 0.9, false, true)]
    [InlineData(0.5, 0.9, false, false)]
    [InlineData(0.0, 0.9, false, false)]
    public void TwoEnds_Interval_MustLieWhollyOnOneSide(double low, double high, bool accepts, bool rejects)
    {
        Region region = new(0.2, 0.4, 0.1);
        Estimate estimate = new(5, (low + high) / 2, low, high, "sample");

        Assert.Equal((accepts, rejects), (region.Accepts(estimate), region.Rejects(estimate)));
    }

    [Theory]
    [InlineData(0.1, 0.2)]
    [InlineData(0.29, 0.2)]
    [InlineData(0.31, 0.4)]
    [InlineData(9, 0.4)]
    public void Nearest_OfTwoEnds_IsTheOneAtTheValue(double value, double end)
    {
        Assert.Equal(end, new Region(0.2, 0.4).Nearest(value));
        Assert.Equal(7, Region.AtLeast(7).Nearest(value));
        Assert.Equal(7, Region.AtMost(7).Nearest(value));
    }
}
