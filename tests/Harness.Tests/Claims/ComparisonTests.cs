using Harness.Claims;
using Harness.Measurements;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class ComparisonTests
{
    private static readonly Region s_region = Region.AtLeast(0.9, 0.1);

    [Theory]
    [InlineData(0.9, "accept")]
    [InlineData(0.85, "straddle")]
    [InlineData(0.79, "reject")]
    public void Of_EqualValues_IsOnTheSideOfTheRegion(double value, string side)
    {
        Comparison comparison = Of(new StudentT(), value, value, value);

        Assert.Equal(side, comparison.Side.ToString().ToLowerInvariant());
        Assert.Equal((0.9, "rival", "needs"), (comparison.Bound, comparison.Rival, comparison.Needs));
        Assert.Null(comparison.Undefined);
    }

    // A share is held against the share that the interval asks for, never against the threshold of the values.
    [Theory]
    [InlineData(6, "accept")]
    [InlineData(5, "straddle")]
    [InlineData(0, "reject")]
    public void Of_AProportion_IsHeldAgainstTheShare(int above, string side)
    {
        Comparison comparison = Of(new ProportionOfReplicates(0.5), [.. Enumerable.Repeat(0.95, above), .. Enumerable.Repeat(0.1, 6 - above)]);

        Assert.Equal((side, 0.5, above / 6.0), (comparison.Side.ToString().ToLowerInvariant(), comparison.Bound, comparison.Estimate!.Mean));
    }

    [Fact]
    public void Of_WhatIsNoMeasure_SaysWhatItIs()
    {
        Assert.Null(Of(new StudentT(), 1, 1, 1).Quantity);
        Assert.Equal("share", Of(new ProportionOfReplicates(0.5), 1, 1, 1, 1, 1, 1).Quantity);
        Assert.Equal("share", Of(new ProportionOfReplicates(0.5), 1).Quantity);
        Assert.Equal("τ", Comparison.Of(null, "needs", s_region, new OrderStatistics(), [], "τ").Quantity);
        Assert.Equal("share", Comparison.Of(null, "needs", s_region, new ProportionOfReplicates(0.5), [], "τ").Quantity);
    }

    [Fact]
    public void Of_AnUndefinedValue_NamesItsSeed() => Assert.Equal("seed 4: no folds", Comparison.Of(
        null, "needs", s_region, new StudentT(), [(3, Measured.Of(1)), (4, Measured.Undefined("no folds")), (5, Measured.Undefined("other"))]).Undefined);

    [Fact]
    public void Of_ValuesTheIntervalCannotTake_SaysWhy()
    {
        Assert.StartsWith("too few replicates: 2", Of(new StudentT(), 1, 1).Undefined, StringComparison.Ordinal);
        Assert.StartsWith("a value of 1 or more", Of(new LogErrorT(), 0.9, 0.9, 1).Undefined, StringComparison.Ordinal);
        Assert.Equal((Side.Straddle, (Estimate?)null), (Of(new StudentT(), 1, 1).Side, Of(new StudentT(), 1, 1).Estimate));
    }

    private static Comparison Of(Interval interval, params double[] values) =>
        Comparison.Of("rival", "needs", s_region, interval, values.Select((value, i) => (i, Measured.Of(value))));
}
