using Harness.Testing;
using Xunit;

namespace Harness.Tests.Goldens;

public sealed class ToleranceTests
{
    [Theory]
    [InlineData(2.0, 2.0, true)]
    [InlineData(2.0, 2.2, true)]
    [InlineData(2.0, 2.25, false)]
    [InlineData(0.0, 0.01, true)]
    [InlineData(0.0, 0.011, false)]
    [InlineData(-2.0, -2.2, true)]
    [InlineData(double.NaN, double.NaN, false)]
    [InlineData(double.NaN, 0, false)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, true)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity, false)]
    [InlineData(double.PositiveInfinity, 1, false)]
    public void Accepts_WithinAbsolutePlusRelative_Only(double expected, double actual, bool accepted) =>
        Assert.Equal(accepted, new Tolerance(0.1, 0.01).Accepts(expected, actual));

    [Fact]
    public void For_Path_TakesTheLongestPrefixThatEndsAtAStep()
    {
        Tolerance wide = new(0.5, 0), wider = new(0.9, 0);
        Tolerance tolerance = new(0, 0, new Dictionary<string, Tolerance> { ["$.a"] = wide, ["$.a.b"] = wider });

        Assert.Same(wide, tolerance.For("$.a[3]"));
        Assert.Same(wider, tolerance.For("$.a.b"));
        Assert.Same(tolerance, tolerance.For("$.ab"));
    }
}
