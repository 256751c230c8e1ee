using Harness.Statistics;

namespace Harness.Claims;

/// <summary>Decides a claim for all processes of a family from what became of those that were drawn. A pure function.</summary>
/// <remarks>
/// A confirmed counterexample refutes. Without one the claim is supported with an exact bound on the fraction of failing processes, one-sided at
/// 95 %, of the law from which they were drawn, among the eligible. Processes without a verdict are never support; a search that tested
/// nothing, or a bound above what the claim asks for, is inconclusive.
/// </remarks>
internal static class ForAllJudge
{
    /// <summary>The reason of a search that tested no process.</summary>
    public const string NothingTested = "nothing-tested";

    private const string Share = "failing fraction";

    /// <param name="over">The family.</param>
    /// <param name="counterexample">What refutes the claim, in words; null where nothing does.</param>
    public static Verdict Decide(Claim claim, string over, ForAllCounts counts, string? counterexample)
    {
        (Outcome outcome, Reason reason) = Decision(claim.ForAll?.FailingAtMost, over, counts, counterexample);
        return new Verdict(claim, outcome, reason, null, Comparisons(claim, counts, outcome), [], [], [], [], []);
    }

    private static (Outcome, Reason) Decision(double? failingAtMost, string over, ForAllCounts counts, string? counterexample)
    {
        if (counterexample is not null)
        {
            return (Outcome.Refuted, new Reason("counterexample", counterexample));
        }
        if (counts.Bound is not { } bound)
        {
            return (Outcome.Inconclusive, new Reason(NothingTested, FormattableString.Invariant(
                $"no verdict on any process: {counts.Drawn} drawn, {counts.Skipped.Values.Sum()} cannot test the claim, {counts.Undecided} came to no verdict")));
        }
        string text = FormattableString.Invariant($"no counterexample in {counts.Supported} eligible processes of '{over}'; 95 % bound on the failing fraction ≤ {Percent(bound)}")
            + (counts.Undecided == 0 ? "" : FormattableString.Invariant($" ({Percent(counts.WorstBound!.Value)} if the {counts.Undecided} without a verdict fail)"));
        return bound > failingAtMost
            ? (Outcome.Inconclusive, new Reason("too-few-processes", text + FormattableString.Invariant($", where {Percent(failingAtMost.Value)} is asked for")))
            : (Outcome.Supported, new Reason("no-counterexample", text));
    }

    private static Comparison[] Comparisons(Claim claim, ForAllCounts counts, Outcome outcome)
    {
        int failing = outcome == Outcome.Refuted ? 1 : 0, decided = counts.Supported + failing;
        if (decided == 0)
        {
            return [];
        }
        double asked = claim.ForAll?.FailingAtMost ?? 1;
        // The search stops at a failure, so that the number of processes before it is chance too: only a first look has an exact bound.
        Estimate? estimate = failing == 1 ? null : new Estimate(decided, 0, 0, counts.Bound!.Value, "clopper-pearson 0.95 one-sided");
        return
        [
            new Comparison(
                null, FormattableString.Invariant($"{Share} ≤ {asked}"), asked, estimate,
                outcome switch { Outcome.Supported => Side.Accept, Outcome.Refuted => Side.Reject, _ => Side.Straddle },
                estimate is null ? "a counterexample was found" : null, Share),
        ];
    }

    private static string Percent(double share) => FormattableString.Invariant($"{100 * share:0.0} %");
}
