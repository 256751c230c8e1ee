using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Statistics;

public sealed class TIntervalTests
{
    // Tabulated two-sided quantiles of Student's t.
    [Theory]
    [InlineData(1, 0.95, 12.7062)]
    [InlineData(2, 0.95, 4.30265)]
    [InlineData(4, 0.95, 2.77645)]
    [InlineData(9, 0.99, 3.24984)]
    [InlineData(7, 0.90, 1.89458)]
    [InlineData(2, 0.0, 0.0)]
    [InlineData(2, 0.5, 0.816497)]
    public void Quantile_DegreesAndLevel_IsTheTables(int degrees, double level, double t)
    {
        Assert.Equal(t, TInterval.Quantile(degrees, level), 1e-4);
        Assert.Equal(TInterval.Quantile(degrees, level), TInterval.Solve(degrees, 1 - level));
    }

    // With two degrees of freedom there is a closed form: t = √(2/(1 − level²)) · level; far out too.
    [Theory]
    [InlineData(0.05)]
    [InlineData(1e-6)]
    [InlineData(1e-9)]
    [InlineData(2e-12)]
    public void Quantile_TwoDegrees_IsTheClosedForm(double beyond)
    {
        double closed = (1 - beyond) * Math.Sqrt(2 / (beyond * (2 - beyond)));

        // 1 − level keeps few digits of a small tail; the tail itself keeps them all.
        Assert.Equal(1, TInterval.Quantile(2, 1 - beyond) / closed, 1e-3);
        Assert.Equal(1, TInterval.Solve(2, beyond) / closed, 1e-12);
    }

    // A level of nought is no width at all: the p of a claim is sought from there on.
    [Fact]
    public void Solve_AllBeyond_IsExactlyNought() => Assert.Equal(0, TInterval.Solve(2, 1));

    // mean 3, s = √2.5, half width = 2.77645·√(2.5/5).
    [Fact]
    public void Of_OneToFive_IsTheTextbooks()
    {
        Estimate estimate = TInterval.Of([1, 2, 3, 4, 5], 0.95, "name");

        Assert.Equal(5, estimate.N);
        Assert.Equal(3, estimate.Mean, 1e-12);
        Assert.Equal(3 - 1.963243, estimate.Low, 1e-5);
        Assert.Equal(3 + 1.963243, estimate.High, 1e-5);
        Assert.Equal(1.963243, estimate.HalfWidth, 1e-5);
        Assert.Equal("name", estimate.Interval);
    }

    [Fact]
    public void Of_EqualValues_HasNoWidth()
    {
        Estimate estimate = TInterval.Of([0.5, 0.5, 0.5], 0.95, "name");

        Assert.Equal((0.5, 0.5, 0.5), (estimate.Mean, estimate.Low, estimate.High));
    }
}
