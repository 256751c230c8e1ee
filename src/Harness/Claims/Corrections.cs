using Harness.Statistics;

namespace Harness.Claims;

/// <summary>Allows for judging several registered claims of an experiment at once.</summary>
/// <remarks>
/// The family is every registered claim of the experiment. Each enters with the one-sided p of its <em>expected</em> outcome: the least (1 − level)/2
/// at which its intervals, all else equal, still reach that outcome by the replicates that meet its preconditions. A claim with several
/// comparisons needs all of them to be supported, so that its p is the largest; to be refuted one suffices, so that its p is the smallest times
/// their number (Bonferroni). A claim that did not come out as expected, or was not judged in this run, enters with p = 1. A claim as expected whose adjusted p exceeds
/// (1 − level)/2 becomes inconclusive; no other outcome changes.
/// </remarks>
internal static class Corrections
{
    private const double SmallestLevel = 1e-12;
    private const int BisectionSteps = 40;

    /// <param name="registered">How many registered claims the experiment has, judged or not.</param>
    public static IReadOnlyList<Verdict> Apply(Correction method, IReadOnlyList<Verdict> verdicts, int registered)
    {
        int[] judged = [.. Enumerable.Range(0, verdicts.Count).Where(i => verdicts[i].Claim.Status == ClaimStatus.Registered)];
        double[] raw = [.. judged.Select(i => Raw(verdicts[i])), .. Enumerable.Repeat(1.0, Math.Max(0, registered - judged.Length))];
        double[] adjusted = method == Correction.Holm ? Multiplicity.Holm(raw) : Multiplicity.BenjaminiHochberg(raw);
        Verdict[] corrected = [.. verdicts];
        for (int i = 0; i < judged.Length; i++)
        {
            corrected[judged[i]] = Correct(verdicts[judged[i]], new CorrectedResult(method, raw.Length, raw[i], adjusted[i]));
        }
        return corrected;
    }

    /// <summary>The least one-sided level at which a verdict comes out as its claim expects; 1 when it did not.</summary>
    public static double Raw(Verdict verdict)
    {
        if (!verdict.AsExpected)
        {
            return 1;
        }
        Claim claim = verdict.Claim;
        ReplicateValue[] settled = [.. verdict.Settled];
        bool refuted = claim.Expect == Expectation.Refuted;
        double[] p = [.. verdict.Comparisons.Select((_, i) => Least(claim.Interval, interval =>
            claim.Comparator.Compare(settled, _ => true, interval)[i].Side == (refuted ? Side.Reject : Side.Accept)))];
        return refuted ? Math.Min(1, p.Min() * p.Length) : p.Max();
    }

    // Intervals are nested, so that what a level decides every lower level decides: halving, then bisection.
    private static double Least(Interval interval, Func<Interval, bool> decides)
    {
        bool At(double oneSided) => decides(interval with { Level = 1 - (2 * oneSided) });
        double sure = 0.5, unsure = 0.25;
        if (!At(sure))
        {
            return 1;
        }
        while (unsure >= SmallestLevel && At(unsure))
        {
            (sure, unsure) = (unsure, unsure / 2);
        }
        for (int step = 0; step < BisectionSteps && unsure >= SmallestLevel; step++)
        {
            double middle = (sure + unsure) / 2;
            (sure, unsure) = At(middle) ? (middle, unsure) : (sure, middle);
        }
        return sure;
    }

    private static Verdict Correct(Verdict verdict, CorrectedResult result) =>
        verdict.AsExpected && result.Adjusted > verdict.Claim.Interval.OneSidedLevel
            ? verdict with
            {
                Outcome = Outcome.Inconclusive,
                Reason = new Reason($"correction:{(result.Method == Correction.Holm ? "holm" : "benjamini-hochberg")}", FormattableString.Invariant(
                    $"{verdict.Outcome.ToString().ToLowerInvariant()} by itself (p = {result.Raw:G3}), but not as one of {result.Family} registered claims: adjusted p = {result.Adjusted:G3}, needed ≤ {verdict.Claim.Interval.OneSidedLevel:G3}")),
                Corrected = result,
            }
            : verdict with { Corrected = result };
}
