using Harness.Claims;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class ForAllCountsTests
{
    [Theory]
    [InlineData(1, 0.95)]
    [InlineData(20, 0.1391)]
    [InlineData(40, 0.0722)]
    [InlineData(59, 0.0495)]
    public void Failing_WithoutAFailure_IsBoundedByTheExactFormula(int supported, double bound)
    {
        Estimate failing = Counts(supported, 0).Failing!;

        Assert.Equal(1 - Math.Pow(0.05, 1.0 / supported), failing.High, 9);
        Assert.Equal(bound, failing.High, 4);
        Assert.Equal((0, 0), (failing.Mean, failing.Low));
    }

    // Each end is the fraction at which the other tail has exactly 5 %.
    [Theory]
    [InlineData(19, 1)]
    [InlineData(10, 10)]
    [InlineData(3, 17)]
    public void Failing_WithFailures_LeavesFivePercentOnEachSide(int supported, int refuted)
    {
        Estimate failing = Counts(supported, refuted).Failing!;
        int n = supported + refuted;

        Assert.Equal((double)refuted / n, failing.Mean, 12);
        Assert.Equal(0.05, Binomial.AtMost(refuted, n, failing.High), 6);
        Assert.Equal(0.05, 1 - Binomial.AtMost(refuted - 1, n, failing.Low), 6);
    }

    [Fact]
    public void Failing_OfNoVerdict_IsUndefined() => Assert.Null(Counts(0, 0, 5).Failing);

    [Fact]
    public void WorstBound_CountsWhatCameToNoVerdictAsFailing()
    {
        Assert.Equal(Counts(18, 2).Failing!.High, Counts(18, 0, 1, 1).WorstBound!.Value, 12);
        Assert.Null(Counts(0, 0).WorstBound);
    }

    private static ForAllCounts Counts(int supported, int refuted, int inconclusive = 0, int unconfirmed = 0) =>
        new(100, new Dictionary<string, int>(), supported, refuted, inconclusive, unconfirmed);
}
