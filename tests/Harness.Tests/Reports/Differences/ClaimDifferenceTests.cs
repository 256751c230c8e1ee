using Harness.Claims;
using Harness.Reports.Differences;
using Harness.Reports.Records;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Reports.Differences;

public sealed class ClaimDifferenceTests
{
    private static readonly VerdictRecord s_verdict = SampleVerdict.Of("a/b", Outcome.Supported);

    [Fact]
    public void Between_TheSame_IsNothing() => Assert.Empty(ClaimDifference.Between([s_verdict], [s_verdict]));

    [Fact]
    public void Between_AddedAndRemoved_NamesThem()
    {
        ClaimDifference[] differences = [.. ClaimDifference.Between([s_verdict with { Id = "gone" }, s_verdict], [s_verdict, s_verdict with { Id = "new" }])];
        Assert.Equal(["gone removed", "new added"], differences.Select(difference => $"{difference.Id} {Assert.Single(difference.Changes)}"));
        Assert.Null(differences[0].Second);
        Assert.Null(differences[1].First);
    }

    [Fact]
    public void Between_EverythingChanged_NamesEachChange()
    {
        VerdictRecord other = s_verdict with { Version = 3, Status = ClaimStatus.Exploratory, Expected = Expectation.Refuted, Outcome = Outcome.Refuted, Estimate = null };
        Assert.Equal(["version", "status", "expected", "outcome", "estimate"], Assert.Single(ClaimDifference.Between([s_verdict], [other])).Changes);
    }

    // The sample's estimate is 0.95 [0.94, 0.96].
    [Theory]
    [InlineData(0.955, 0.954, 0.956, false)]
    [InlineData(0.98, 0.93, 1.03, false)]
    [InlineData(0.961, 0.951, 0.971, true)]
    [InlineData(0.94, 0.93, 0.945, false)]
    public void Between_EstimatesBeyondEachOthersInterval_IsADifference(double mean, double low, double high, bool differs)
    {
        VerdictRecord other = s_verdict with { Estimate = new Estimate(5, mean, low, high, "student-t 0.95") };
        Assert.Equal(differs, ClaimDifference.Between([s_verdict], [other]).Count == 1);
        Assert.Equal(differs, ClaimDifference.Between([other], [s_verdict]).Count == 1);
    }
}
