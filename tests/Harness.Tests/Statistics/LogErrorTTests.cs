using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Statistics;

public sealed class LogErrorTTests
{
    // Errors 0.01, 0.02, 0.04: their geometric mean is 0.02; log deviations ±log 2, s = log 2, half width 4.30265·log 2/√3.
    [Fact]
    public void Of_ErrorsThatDouble_CentresOnTheirGeometricMean()
    {
        Estimate estimate = new LogErrorT().Of([0.99, 0.98, 0.96])!;

        Assert.Equal(0.98, estimate.Mean, 1e-12);
        Assert.Equal(1 - (0.02 * Math.Exp(4.302653 * Math.Log(2) / Math.Sqrt(3))), estimate.Low, 1e-6);
        Assert.Equal(1 - (0.02 * Math.Exp(-4.302653 * Math.Log(2) / Math.Sqrt(3))), estimate.High, 1e-6);
    }

    // Where a plain t-interval crosses the bound of the statistic, this one cannot.
    [Fact]
    public void Of_ValuesAtTheirBound_NeverReachesOne()
    {
        double[] values = [0.9999, 0.99, 0.9];

        Assert.True(new StudentT().Of(values)!.High > 1);
        Assert.InRange(new LogErrorT().Of(values)!.High, 0.999, 0.99999999);
    }

    [Fact]
    public void Of_AValueOfOne_IsUndefinedAndSaysWhy()
    {
        Assert.Null(new LogErrorT().Of([0.9, 0.99, 1]));
        Assert.Contains("a value of 1 or more", new LogErrorT().Undefined([0.9, 0.99, 1]), StringComparison.Ordinal);
        Assert.StartsWith("too few replicates: 1", new LogErrorT().Undefined([1]), StringComparison.Ordinal);
        Assert.NotNull(new LogErrorT().Of([0.9, -3, 0.5]));
    }
}
