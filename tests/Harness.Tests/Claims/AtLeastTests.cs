using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class AtLeastTests
{
    [Theory]
    [InlineData(new[] { 0.91, 0.92, 0.93 }, "accept")]
    [InlineData(new[] { 0.89, 0.92, 0.93 }, "straddle")]
    [InlineData(new[] { 0.84, 0.85, 0.86 }, "straddle")]
    [InlineData(new[] { 0.70, 0.71, 0.72 }, "reject")]
    public void Compare_Values_AreClassifiedByTheWholeInterval(double[] values, string side)
    {
        Comparison comparison = Assert.Single(new AtLeast(0.88, 0.05).Compare(Sample.Replicates(values), _ => true, new StudentT()));

        Assert.Equal(side, comparison.Side.ToString().ToLowerInvariant());
        Assert.Equal(0.88, comparison.Bound);
        Assert.Null(comparison.Rival);
        Assert.Equal("≥ 0.88", comparison.Needs);
    }

    [Fact]
    public void Compare_ReplicateThatDoesNotCount_IsTakenAtItsUntrainedValue()
    {
        Comparison comparison = Assert.Single(new AtLeast(0.5).Compare(Sample.Replicates(0.9, 0.9, 0.9), replicate => replicate.Seed != 2, new StudentT()));

        Assert.Equal((0.9 + 0.1 + 0.9) / 3, comparison.Estimate!.Mean, 1e-12);
    }

    [Fact]
    public void Compare_UndefinedOrTooFew_HasNoEstimate()
    {
        Assert.Contains("not measured", Assert.Single(new AtLeast(0.5).Compare([.. Sample.Replicates(0.9, 0.9, 0.9), Sample.Replicate(null)], _ => true, new StudentT())).Undefined, StringComparison.Ordinal);
        Assert.StartsWith("too few replicates: 2", Assert.Single(new AtLeast(0.5).Compare(Sample.Replicates(0.9, 0.9), _ => true, new StudentT())).Undefined, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.5, 0, new string[0])]
    [InlineData(double.NaN, 0, new[] { "$.threshold" })]
    [InlineData(double.PositiveInfinity, -1, new[] { "$.threshold", "$.margin" })]
    public void Check_ThresholdAndMargin_MustBeFiniteAndNotNegative(double threshold, double margin, string[] paths)
    {
        List<Problem> found = [];
        AtLeast comparator = new(threshold, margin);

        comparator.Check(Scope.Root("a.json", null, found), Sample.Claim(comparator), new MeasureContext(new Harness.Activations.Planted(), 8, null, null));

        Assert.Equal(paths, found.Select(problem => problem.Path));
    }
}
