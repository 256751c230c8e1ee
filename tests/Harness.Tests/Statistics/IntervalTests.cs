using Harness.Numerics;
using Harness.Specs;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Statistics;

public sealed partial class IntervalTests
{
    private static readonly Interval[] s_kinds = [new StudentT(), new PairedT(), new LogErrorT(), new Bootstrap(), new OrderStatistics(), new ProportionOfReplicates(0.5)];

    /// <summary>A kind that is not in the list is not tested.</summary>
    [Fact]
    public void Kinds_Each_AreTestedHere() => Assert.Equal(
        typeof(Interval).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Interval))).Select(type => type.Name).Order(StringComparer.Ordinal),
        s_kinds.Select(kind => kind.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Of_FewerThanTheLeast_IsNothing()
    {
        foreach (Interval interval in s_kinds)
        {
            double[] values = [.. Enumerable.Range(1, interval.MinimumReplicates).Select(i => i / 100.0)];

            Assert.Null(interval.Of(values[..^1]));
            Assert.Equal(
                FormattableString.Invariant($"too few replicates: {values.Length - 1}; the interval '{interval.Name}' needs at least {values.Length}"), interval.Undefined(values[..^1]));
            Assert.Null(interval.Undefined(values));
            Assert.Equal(interval.MinimumReplicates, interval.Of(values)!.N);
            Assert.Equal(interval.Name, interval.Of(values)!.Interval);
        }
    }

    // The least n belongs to the level.
    [Theory]
    [InlineData(0.5, 3, 3, 2, 20, 2)]
    [InlineData(0.9, 3, 3, 5, 20, 5)]
    [InlineData(0.9375, 3, 3, 5, 20, 5)]
    [InlineData(0.95, 3, 3, 6, 20, 6)]
    [InlineData(0.99, 3, 3, 8, 100, 8)]
    public void MinimumReplicates_OfEachLevel_IsTheKinds(double level, int student, int logError, int order, int bootstrap, int half) => Assert.Equal(
        [student, student, logError, order, bootstrap, half],
        new Interval[] { new StudentT(level), new PairedT(level), new LogErrorT(level), new OrderStatistics(level), new Bootstrap(level), new ProportionOfReplicates(0.5, level) }
            .Select(interval => interval.MinimumReplicates));

    [Fact]
    public void Kinds_Each_SayWhatTheyEstimateAndAssume()
    {
        Assert.Equal(["student-t 0.95", "paired-t 0.95", "log-error-t 0.95", "bootstrap 0.95", "order-statistics 0.95", "proportion 0.5 0.95"], s_kinds.Select(kind => kind.Name));
        Assert.Equal([true, false, true, true, true, true], s_kinds.Select(kind => kind.Suits(paired: false)));
        Assert.Equal([false, true, false, true, true, true], s_kinds.Select(kind => kind.Suits(paired: true)));
        Assert.Equal([false, false, false, false, true, true], s_kinds.Select(kind => kind.IsExact));
        // What is exact assumes nothing, and the other way round.
        Assert.All(s_kinds, kind => Assert.Equal(kind.IsExact, kind.Model is null));
        Assert.Equal(
            ["the values of replicates are normal", "the differences within replicates are normal", "log(1 − value) is normal over replicates", "the replicates are many enough to stand for all networks", null, null],
            s_kinds.Select(kind => kind.Model));
        Assert.Equal(
            ["mean", "mean of the differences within replicates", "1 − geometric mean of 1 − value", "mean", "median", "share of networks whose value the claim accepts"],
            s_kinds.Select(kind => kind.Estimand));
        Assert.Equal([null, null, null, null, null, "share"], s_kinds.Select(kind => kind.Quantity));
        Assert.Equal(["student-t", "student-t", "log-error-t", "bootstrap", "order-statistics", "student-t"], s_kinds.Select(kind => kind.OfMeasure.Name.Split(' ')[0]));
        Assert.Equal(0.025, new StudentT(0.95).OneSidedLevel, 1e-12);
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
        Assert.All(found, problem => Assert.Equal(
            new Problem("a.json", 1, 1, "$.level", new Finding("SPEC008", FormattableString.Invariant($"{level} is out of range: level must be at least 0.5 and below 1."), "Use 0.95.")), problem));
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
