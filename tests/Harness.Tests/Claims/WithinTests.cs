using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class WithinTests
{
    private static readonly Within s_within = new(0.4, 0.6, 0.1);

    [Theory]
    [InlineData(0.4, "accept", 0.4)]
    [InlineData(0.5, "accept", 0.4)]
    [InlineData(0.6, "accept", 0.6)]
    [InlineData(0.39, "straddle", 0.4)]
    [InlineData(0.61, "straddle", 0.6)]
    [InlineData(0.31, "straddle", 0.4)]
    [InlineData(0.29, "reject", 0.4)]
    [InlineData(0.69, "straddle", 0.6)]
    [InlineData(0.71, "reject", 0.6)]
    public void Compare_IntervalOfNoWidth_IsDecidedAtTheEndsAndTheMargin(double value, string side, double bound)
    {
        Comparison comparison = Assert.Single(s_within.Compare(Sample.Replicates(value, value, value, value), _ => true, new StudentT()));

        Assert.Equal((side, bound), (comparison.Side.ToString().ToLowerInvariant(), comparison.Bound));
        Assert.Equal("in [0.4, 0.6]", comparison.Needs);
    }

    // Narrow enough to lie between the ends, wide enough to reach over both.
    [Theory]
    [InlineData(0.01, "accept")]
    [InlineData(0.2, "straddle")]
    public void Compare_WiderInterval_Straddles(double spread, string side) => Assert.Equal(side, Assert.Single(
        s_within.Compare(Sample.Replicates(0.5 - spread, 0.5, 0.5 + spread), _ => true, new StudentT())).Side.ToString().ToLowerInvariant());

    [Fact]
    public void Compare_ReplicateThatDoesNotCount_IsTakenUntrained() => Assert.Equal(
        (0.5 + 0.1 + 0.5) / 3, Assert.Single(s_within.Compare(Sample.Replicates(0.5, 0.5, 0.5), replicate => replicate.Seed != 2, new StudentT())).Estimate!.Mean, 1e-12);

    [Theory]
    [InlineData(0.4, 0.6, 0.0, null)]
    [InlineData(0.6, 0.4, 0.0, "$.high")]
    [InlineData(0.5, 0.5, 0.0, "$.high")]
    [InlineData(double.NaN, 0.6, 0.0, "$.low")]
    [InlineData(0.4, double.PositiveInfinity, 0.0, "$.high")]
    [InlineData(0.4, 0.6, -1.0, "$.margin")]
    public void Check_Ends_MustBeInOrder(double low, double high, double margin, string? path)
    {
        List<Problem> found = [];
        Within comparator = new(low, high, margin);

        comparator.Check(Scope.Root("a.json", null, found), Sample.Claim(comparator), new MeasureContext(new Planted(), 8, null, null));

        Assert.Equal(path is null ? [] : [path], found.Select(problem => problem.Path));
    }

    [Fact]
    public void Check_EndsInTheWrongOrder_NamesBoth()
    {
        List<Problem> found = [];
        Within comparator = new(0.6, 0.4);

        comparator.Check(Scope.Root("a.json", null, found), Sample.Claim(comparator), new MeasureContext(new Planted(), 8, null, null));

        Assert.Equal(
            new Finding("SPEC032", "'high' is 0.4 and 'low' is 0.6: no interval of any width lies between them.", "Write the smaller end as \"low\"."), Assert.Single(found).Finding);
    }

    [Fact]
    public void IsPaired_OfComparatorsWithAConstant_IsFalse() => Assert.All(new Comparator[] { s_within, new AtLeast(0.5), new AtMost(0.5) }, comparator => Assert.False(comparator.IsPaired));
}
