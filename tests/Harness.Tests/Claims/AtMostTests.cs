using Harness.Claims;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class AtMostTests
{
    [Theory]
    [InlineData(new[] { 0.01, 0.02, 0.03 }, "accept")]
    [InlineData(new[] { 0.125, 0.125, 0.125 }, "accept")]
    [InlineData(new[] { 0.05, 0.1, 0.15 }, "straddle")]
    [InlineData(new[] { 0.15, 0.15, 0.15 }, "straddle")]
    [InlineData(new[] { 0.1875, 0.1875, 0.1875 }, "straddle")]
    [InlineData(new[] { 0.2, 0.2, 0.2 }, "reject")]
    public void Compare_Values_AreClassifiedByTheWholeInterval(double[] values, string side)
    {
        Comparison comparison = Assert.Single(new AtMost(0.125, 0.0625).Compare(Sample.Replicates(values), _ => true, new StudentT()));

        Assert.Equal(side, comparison.Side.ToString().ToLowerInvariant());
        Assert.Equal("≤ 0.125", comparison.Needs);
    }
}
