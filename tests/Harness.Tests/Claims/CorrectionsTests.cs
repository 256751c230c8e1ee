using Harness.Claims;
using Harness.Numerics;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class CorrectionsTests
{
    // t = (0.95 − 0.9)/(0.01/√5) = 11.18 with 4 degrees of freedom: p = 1 − T₄(11.18), one-sided.
    [Fact]
    public void Raw_SupportedByT_IsStudentsOneSidedP()
    {
        double[] values = [0.94, 0.945, 0.95, 0.955, 0.96];
        Verdict verdict = Judged(new AtLeast(0.9), new StudentT(), values);
        double t = (0.95 - 0.9) / (Math.Sqrt(values.Sum(v => (v - 0.95) * (v - 0.95)) / 4) / Math.Sqrt(5));

        Assert.Equal(1 - MathNet.Numerics.Distributions.StudentT.CDF(0, 1, 4, t), Corrections.Raw(verdict), 1e-9);
    }

    // Six of six above: ½⁶.
    [Fact]
    public void Raw_SupportedByTheSignTest_IsItsP() =>
        Assert.Equal(1 / 64.0, Corrections.Raw(Judged(new AtLeast(0.9), new OrderStatistics(), 0.91, 0.92, 0.93, 0.94, 0.95, 0.96)), 1e-6);

    // The harder of two rivals decides for support; for refutation the easier one, counted twice.
    [Fact]
    public void Raw_SeveralComparisons_IsTheLargestOrTheSmallestTimesTheirNumber()
    {
        Claim claim = Sample.Claim(new Exceeds(0.1, ["a", "b"]));
        double[] noise = [-0.01, -0.005, 0, 0.005, 0.01];
        Verdict Of(Expectation expect, double a, double b) => Judge.Decide(claim with { Expect = expect }, new Evidence(
            [.. noise.Select(e => Sample.Replicate(0.9 + e, 0, ("a", a), ("b", b)))], [], []));
        double Alone(Expectation expect, double a) => Corrections.Raw(Judge.Decide(Sample.Claim(new Exceeds(0.1, ["a"])) with { Expect = expect }, new Evidence(
            [.. noise.Select(e => Sample.Replicate(0.9 + e, 0, ("a", a)))], [], [])));

        Assert.Equal(Alone(Expectation.Supported, 0.7), Corrections.Raw(Of(Expectation.Supported, 0.1, 0.7)), 1e-12);
        Assert.Equal(2 * Alone(Expectation.Refuted, 0.87), Corrections.Raw(Of(Expectation.Refuted, 0.1, 0.87)), 1e-12);
    }

    // Six rivals of which none is far from the margin: six times the smallest p is no probability any more.
    [Fact]
    public void Raw_RefutedByOneOfMany_IsAtMostOne()
    {
        string[] names = [.. Enumerable.Range(0, 6).Select(i => FormattableString.Invariant($"null-{i}"))];
        double[] noise = [-0.01, -0.005, 0, 0.005, 0.01];
        Claim claim = Sample.Claim(new Exceeds(0.1, names)) with { Expect = Expectation.Refuted, Interval = new PairedT(0.5) };

        Verdict verdict = Judge.Decide(claim, new Evidence([.. noise.Select(e => Sample.Replicate(0.9 + e, 0, [.. names.Select(name => (name, 0.803))]))], [], []));

        Assert.Equal(Outcome.Refuted, verdict.Outcome);
        Assert.Equal(1, Corrections.Raw(verdict));
    }

    [Fact]
    public void Raw_NotAsExpected_IsOne()
    {
        Assert.Equal(1, Corrections.Raw(Judged(new AtLeast(0.9), new StudentT(), 0.5, 0.51, 0.52)));
        Assert.Equal(1, Corrections.Raw(Judged(new AtLeast(0.9), new StudentT(), 0.5, 0.9, 0.95)));
    }

    // Its interval lies where it should, but the instrument cannot be trusted.
    [Fact]
    public void Raw_OfAClaimThatWasNotJudged_IsOne()
    {
        ReplicateValue[] high = Sample.Replicates(0.95, 0.96, 0.97);
        Claim claim = Sample.Claim(new AtLeast(0.9)) with { Controls = [new ShuffledControl()] };

        Assert.Equal(1, Corrections.Raw(Judge.Decide(claim, new Evidence(high, [], [high]))));
    }

    [Fact]
    public void Raw_OfNoWidth_IsAsSmallAsCanBeSaid() => Assert.Equal(Math.Pow(2, -39), Corrections.Raw(Judged(new AtLeast(0.9), new StudentT(), 0.95, 0.95, 0.95)));

    // One claim at p ≈ 0.0156 passes alone at 2.5 % and no more as one of two; the strong one does not mind.
    [Theory]
    [InlineData("Holm")]
    [InlineData("BenjaminiHochberg")]
    public void Apply_AClaimThatOnlyJustPasses_IsNotConfirmedAmongOthers(string method)
    {
        Verdict weak = Judged(new AtLeast(0.9), new OrderStatistics(), 0.91, 0.92, 0.93, 0.94, 0.95, 0.96);
        Verdict strong = Judged(new AtLeast(0.5), new StudentT(), 0.9, 0.91, 0.92), unmet = Judged(new AtLeast(0.9), new StudentT(), 0.1, 0.2, 0.3);
        Correction correction = Enum.Parse<Correction>(method);

        Verdict alone = Assert.Single(Corrections.Apply(correction, [weak], 1));
        IReadOnlyList<Verdict> all = Corrections.Apply(correction, [weak, strong, unmet], 3);

        Assert.Equal((Outcome.Supported, 1), (alone.Outcome, alone.Corrected!.Family));
        Assert.Equal([correction == Correction.Holm ? Outcome.Inconclusive : Outcome.Supported, Outcome.Supported, Outcome.Refuted], all.Select(verdict => verdict.Outcome));
        Assert.All(all, verdict => Assert.Equal(3, verdict.Corrected!.Family));
        Assert.Equal(correction == Correction.Holm ? 2 / 64.0 : 1.5 / 64, all[0].Corrected!.Adjusted, 1e-6);
        Assert.Equal(1 / 64.0, all[0].Corrected!.Raw, 1e-6);
        Assert.Equal(1, all[2].Corrected!.Raw);
    }

    [Fact]
    public void Apply_ThatTurnsAClaim_SaysSoWithBothNumbers()
    {
        Reason reason = Corrections.Apply(Correction.Holm, [Judged(new AtLeast(0.9), new OrderStatistics(), 0.91, 0.92, 0.93, 0.94, 0.95, 0.96)], 2)[0].Reason;

        Assert.Equal("correction:holm", reason.Code);
        Assert.Equal("supported by itself (p = 0.0156), but not as one of 2 registered claims: adjusted p = 0.0312, needed ≤ 0.025", reason.Text);
    }

    [Fact]
    public void Apply_ByBenjaminiAndHochberg_NamesTheMethod()
    {
        Verdict unmet = Judged(new AtLeast(0.9), new StudentT(), 0.1, 0.2, 0.3), weak = Judged(new AtLeast(0.9), new OrderStatistics(), 0.91, 0.92, 0.93, 0.94, 0.95, 0.96);

        IReadOnlyList<Verdict> verdicts = Corrections.Apply(Correction.BenjaminiHochberg, [unmet, weak], 1);

        Assert.Equal("correction:benjamini-hochberg", verdicts[1].Reason.Code);
        Assert.Equal("supported by itself (p = 0.0156), but not as one of 2 registered claims: adjusted p = 0.0312, needed ≤ 0.025", verdicts[1].Reason.Text);
        // Two were judged, whatever the experiment says of its number; and what did not come out stays as it is.
        Assert.Equal(new CorrectedResult(Correction.BenjaminiHochberg, 2, 1, 1), verdicts[0].Corrected);
        Assert.Equal(unmet.Reason, verdicts[0].Reason);
        Assert.Equal(verdicts[1].Corrected!.Raw * 2, verdicts[1].Corrected!.Adjusted, 1e-12);
    }

    // Claims that were not selected count too, and what does not gate does not.
    [Fact]
    public void Apply_ClaimsNotJudgedOrNotRegistered_CountAsTheyMust()
    {
        Verdict watched = Judged(new AtLeast(0.5), new StudentT(), 0.9, 0.91, 0.92);
        watched = watched with { Claim = watched.Claim with { Status = ClaimStatus.Exploratory } };

        IReadOnlyList<Verdict> all = Corrections.Apply(Correction.Holm, [watched, Judged(new AtLeast(0.5), new StudentT(), 0.9, 0.91, 0.92)], 4);

        Assert.Null(all[0].Corrected);
        Assert.Equal(4 * all[1].Corrected!.Raw, all[1].Corrected!.Adjusted, 1e-9);
    }

    // Ten claims that are all false at their boundary: without correction one of them passes in every fifth experiment.
    [Fact]
    public void Apply_HolmOverFalseClaims_ConfirmsAnyNoMoreOftenThanTheLevel()
    {
        RandomStream random = new(31);
        int experiments = 600, any = 0, uncorrected = 0;
        for (int i = 0; i < experiments; i++)
        {
            Verdict[] verdicts = [.. Enumerable.Range(0, 10).Select(_ => Judged(new AtLeast(0.5), new StudentT(), [.. Enumerable.Range(0, 5).Select(_ => 0.5 + (0.01 * random.NextNormal()))]))];
            uncorrected += verdicts.Any(verdict => verdict.Outcome == Outcome.Supported) ? 1 : 0;
            any += Corrections.Apply(Correction.Holm, verdicts, 10).Any(verdict => verdict.Outcome == Outcome.Supported) ? 1 : 0;
        }

        Assert.InRange(uncorrected / (double)experiments, 0.16, 0.30);
        Assert.InRange(any / (double)experiments, 0.005, 0.025 + 0.015);
    }

    private static Verdict Judged(Comparator comparator, Interval interval, params double[] values) =>
        Judge.Decide(Sample.Claim(comparator) with { Interval = interval }, new Evidence(Sample.Replicates(values), [], []));
}
