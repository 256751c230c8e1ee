using Harness.Claims;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class ForAllJudgeTests
{
    private static readonly Claim s_claim = Sample.Claim(new AtLeast(0.9)) with { Tier = Tier.Full, ForAll = new ForAll("family") };

    [Fact]
    public void Decide_WithoutCounterexample_SupportsWithTheBound()
    {
        Verdict verdict = Decide(new ForAllCounts(100, Skipped(60), 40, 0, 0, 0));

        Assert.Equal((Outcome.Supported, "no-counterexample"), (verdict.Outcome, verdict.Reason.Code));
        Assert.Equal("no counterexample in 40 eligible processes of 'family'; 95 % bound on the failing fraction ≤ 7.2 %", verdict.Reason.Text);
        Assert.Equal(0.0722, Assert.Single(verdict.Comparisons).Estimate!.High, 4);
    }

    [Fact]
    public void Decide_InconclusiveProcesses_AreNoSupport()
    {
        Verdict verdict = Decide(new ForAllCounts(30, Skipped(0), 20, 0, 8, 2));

        Assert.Equal("no counterexample in 20 eligible processes of 'family'; 95 % bound on the failing fraction ≤ 13.9 % (49.9 % if the 10 without a verdict fail)", verdict.Reason.Text);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Decide_NothingTested_IsInconclusive(int inconclusive)
    {
        Verdict verdict = Decide(new ForAllCounts(50, Skipped(50 - inconclusive), 0, 0, inconclusive, 0));

        Assert.Equal((Outcome.Inconclusive, ForAllJudge.NothingTested), (verdict.Outcome, verdict.Reason.Code));
        Assert.Contains($"{50 - inconclusive} cannot test the claim, {inconclusive} came to no verdict", verdict.Reason.Text, StringComparison.Ordinal);
        Assert.Empty(verdict.Comparisons);
    }

    [Theory]
    [InlineData(0.14, "Supported")]
    [InlineData(0.13, "Inconclusive")]
    public void Decide_ABoundThatIsAskedFor_MustBeReached(double asked, string expected)
    {
        Verdict verdict = Decide(new ForAllCounts(20, Skipped(0), 20, 0, 0, 0), s_claim with { ForAll = new ForAll("family", FailingAtMost: asked) });

        Assert.Equal(expected, verdict.Outcome.ToString());
    }

    [Fact]
    public void Decide_ACounterexample_RefutesHoweverManySupport()
    {
        Verdict verdict = Decide(new ForAllCounts(1000, Skipped(0), 999, 1, 0, 0), counterexample: "refuted on draw 999");

        Assert.Equal((Outcome.Refuted, "counterexample", "refuted on draw 999"), (verdict.Outcome, verdict.Reason.Code, verdict.Reason.Text));
        Assert.Null(Assert.Single(verdict.Comparisons).Estimate);
    }

    [Fact]
    public void Decide_ASearchThatWentOn_EstimatesTheFraction()
    {
        Verdict verdict = Decide(
            new ForAllCounts(60, Skipped(40), 15, 5, 0, 0), s_claim with { ForAll = new ForAll("family", KeepGoing: true) }, "refuted on draw 3");

        Assert.Equal("refuted on draw 3. 5 of 20 processes with a verdict fail: 25.0 %, at least 10.4 %, at most 45.6 % (95 % each)", verdict.Reason.Text);
        Assert.Equal(0.25, Assert.Single(verdict.Comparisons).Estimate!.Mean);
    }

    private static Verdict Decide(ForAllCounts counts, Claim? claim = null, string? counterexample = null) => ForAllJudge.Decide(claim ?? s_claim, "family", counts, counterexample);

    private static Dictionary<string, int> Skipped(int count) => new() { ["cannot-separate"] = count };
}
