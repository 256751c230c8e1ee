using Harness.Numerics;
using Harness.Specs;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Statistics;

public sealed class IntervalTests
{
    [Fact]
    public void Of_FewerThanTheLeast_IsNothing()
    {
        foreach (Interval interval in new Interval[] { new StudentT(), new PairedT() })
        {
            double[] values = [.. Enumerable.Range(1, interval.MinimumReplicates).Select(i => (double)i)];

            Assert.Null(interval.Of(values[..^1]));
            Assert.Equal(interval.MinimumReplicates, interval.Of(values)!.N);
            Assert.Equal(interval.Name, interval.Of(values)!.Interval);
        }
    }

    [Fact]
    public void Kinds_AreToldApartByPairing()
    {
        Assert.True(new PairedT().IsPaired);
        Assert.False(new StudentT().IsPaired);
        Assert.Equal("paired-t 0.95", new PairedT().Name);
        Assert.Equal("student-t 0.9", new StudentT(0.9).Name);
    }

    [Theory]
    [InlineData(0.95, 0)]
    [InlineData(0.5, 0)]
    [InlineData(0.49, 1)]
    [InlineData(1, 1)]
    [InlineData(double.NaN, 1)]
    public void Check_Level_MustBeAtLeastAHalfAndBelowOne(double level, int problems)
    {
        List<Problem> found = [];

        new StudentT(level).Check(Scope.Root("a.json", null, found));

        Assert.Equal(problems, found.Count);
    }

    // 4,000 samples of three normals: 95 % coverage has a standard error of 0.35 %.
    [Fact]
    public void Of_ManySamplesOfTheLeastSize_CoversItsLevel()
    {
        RandomStream random = new(17);
        const int samples = 4000;

        int covered = Enumerable.Range(0, samples).Count(_ =>
            new StudentT().Of([random.NextNormal(), random.NextNormal(), random.NextNormal()]) is { } estimate && estimate.Low <= 0 && 0 <= estimate.High);

        Assert.InRange(covered / (double)samples, 0.95 - 0.014, 0.95 + 0.014);
    }
}
