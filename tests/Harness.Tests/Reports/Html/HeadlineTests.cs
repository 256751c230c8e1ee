using Harness.Claims;
using Harness.Reports.Html;
using Harness.Reports.Records;
using Xunit;

namespace Harness.Tests.Reports.Html;

public sealed class HeadlineTests
{
    private static readonly VerdictRecord Fine = SampleVerdict.Of("a", Outcome.Supported);

    [Theory]
    [InlineData(1, "The registered claim came out as expected.")]
    [InlineData(2, "Both registered claims came out as expected.")]
    [InlineData(4, "All 4 registered claims came out as expected.")]
    public void Of_AllAsExpected_SaysHowMany(int count, string sentence) => Assert.Equal(sentence, Headline.Of([.. Enumerable.Repeat(Fine, count)]));

    [Fact]
    public void Of_OneOpposite_CountsIt() =>
        Assert.Equal("1 of 2 registered claims came out as expected; 1 came out opposite.", Headline.Of([Fine, SampleVerdict.Of("b", Outcome.Refuted)]));

    [Fact]
    public void Of_OnlyExploratory_ClaimsNothing() =>
        Assert.Equal("No registered claim in this run; 1 exploratory claim: 1 refuted.", Headline.Of([SampleVerdict.Of("b", Outcome.Refuted, status: ClaimStatus.Exploratory)]));
}
