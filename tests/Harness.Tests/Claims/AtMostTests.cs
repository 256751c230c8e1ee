using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
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

    [Theory]
    [InlineData(0.5, 0, null)]
    [InlineData(0.5, 1e9, null)]
    [InlineData(double.NaN, 0, "$.threshold")]
    [InlineData(0.5, -0.1, "$.margin")]
    [InlineData(0.5, 1.1e9, "$.margin")]
    public void Check_ThresholdAndMargin_MustBeFiniteAndNotNegative(double threshold, double margin, string? path)
    {
        List<Problem> found = [];
        AtMost comparator = new(threshold, margin);

        comparator.Check(Scope.Root("a.json", null, found), Sample.Claim(comparator), new MeasureContext(new Harness.Activations.Planted(), 8, null, null));

        Assert.Equal(path is null ? [] : [path], found.Select(problem => problem.Path));
    }
}
