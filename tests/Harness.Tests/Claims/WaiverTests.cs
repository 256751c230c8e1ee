using Harness.Claims;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class WaiverTests
{
    private static readonly Waiver s_waiver = new("2027-01-31", "the maintainers", "a known fault of the sampler");

    private static readonly Claim s_claim = Sample.Claim(new AtLeast(0.9, 0.05)) with { Waived = s_waiver };

    [Theory]
    [InlineData(2027, 1, 30, true)]
    [InlineData(2027, 1, 31, true)]
    [InlineData(2027, 2, 1, false)]
    public void On_AFailure_IsWaivedUntilTheDate(int year, int month, int day, bool waived)
    {
        Verdict verdict = Judged(0.1).On(new DateOnly(year, month, day));

        Assert.Equal(!waived, verdict.Fails);
        Assert.Equal(waived ? s_waiver : null, verdict.Waived);
        Assert.False(verdict.AsExpected);
        Assert.Equal(
            waived ? "WAIVED until 2027-01-31 by the maintainers: a known fault of the sampler" : "the waiver by the maintainers expired after 2027-01-31", verdict.Cautions[0]);
    }

    [Fact]
    public void On_AsExpected_PointsOutThatTheWaiverDoesNothing()
    {
        Verdict verdict = Judged(0.95).On(new DateOnly(2027, 1, 1));

        Assert.Null(verdict.Waived);
        Assert.Equal("the waiver until 2027-01-31 is not needed: the claim came out as expected", verdict.Cautions[0]);
        // What was to be cautioned of before stands after it.
        Assert.StartsWith("all 3 replicates have the same value", verdict.Cautions[1], StringComparison.Ordinal);
    }

    [Fact]
    public void On_AClaimWithoutWaiverOrWithoutGate_ChangesNothing()
    {
        foreach (Claim claim in new[] { s_claim with { Waived = null }, s_claim with { Status = ClaimStatus.Exploratory } })
        {
            Verdict verdict = Judge.Decide(claim, new Evidence(Sample.Replicates(0.1, 0.1, 0.1), [], []));

            Assert.Same(verdict, verdict.On(new DateOnly(2027, 1, 1)));
        }
    }

    [Theory]
    [InlineData("2027-01-31", "a", "b", "Registered", null)]
    [InlineData("31.1.2027", "a", "b", "Registered", "$.waived.until")]
    [InlineData("2027-02-30", "a", "b", "Registered", "$.waived.until")]
    [InlineData("2027-01-31", " ", "b", "Registered", "$.waived.by")]
    [InlineData("2027-01-31", "a", "", "Registered", "$.waived.why")]
    [InlineData("2027-01-31", "a", "b", "Exploratory", "$.waived")]
    public void Check_Waiver_NeedsADateAPersonAReasonAndAGate(string until, string by, string why, string status, string? path)
    {
        List<Problem> problems = [];

        new Waiver(until, by, why).Check(Scope.Root("a.json", null, problems)["waived"], s_claim with { Status = Enum.Parse<ClaimStatus>(status) });

        Assert.Equal(path is null ? [] : [path], problems.Select(problem => problem.Path));
    }

    [Fact]
    public void Check_WhatIsMissing_IsSaidWithItsRemedy()
    {
        List<Problem> problems = [];

        new Waiver("soon", "", " ").Check(Scope.Root("a.json", null, problems), s_claim with { Status = ClaimStatus.Exploratory });

        Assert.Equal(
            [
                new Finding("SPEC032", "'soon' is not a date.", "Write year, month and day, such as \"2027-01-31\"."),
                new Finding("SPEC026", "There are no words in 'by'.", "Say who allows the failure, and why."),
                new Finding("SPEC026", "There are no words in 'why'.", "Say who allows the failure, and why."),
                new Finding("SPEC032", "Only a registered claim can fail, so there is nothing to waive here.", "Remove \"waived\"."),
            ],
            problems.Select(problem => problem.Finding));
    }

    private static Verdict Judged(double value) => Judge.Decide(s_claim, new Evidence(Sample.Replicates(value, value, value), [], []));
}
