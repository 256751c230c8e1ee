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
    /// <param name="counterexample">The first one in words; null where nothing refutes the claim.</param>
    public static Verdict Decide(Claim claim, string over, ForAllCounts counts, string? counterexample)
    {
        (Outcome outcome, Reason reason) = Decision(claim.ForAll!, over, counts, counterexample);
        return new Verdict(claim, outcome, reason, null, Comparisons(claim.ForAll!, counts, outcome), [], [], [], [], []);
    }

    private static (Outcome, Reason) Decision(ForAll asked, string over, ForAllCounts counts, string? counterexample)
    {
        if (counterexample is not null)
        {
            return (Outcome.Refuted, new Reason("counterexample", counterexample + Fraction(asked, counts)));
        }
        if (counts.Failing is not { } failing)
        {
            return (Outcome.Inconclusive, new Reason(NothingTested, FormattableString.Invariant(
                $"no verdict on any process: {counts.Drawn} drawn, {counts.Skipped.Values.Sum()} cannot test the claim, {counts.Undecided} came to no verdict")));
        }
        string text = FormattableString.Invariant(
            $"no counterexample in {counts.Supported} eligible {(counts.Supported == 1 ? "process" : "processes")} of '{over}'; 95 % bound on the failing fraction ≤ {Percent(failing.High)}")
            + (counts.Undecided == 0 ? "" : FormattableString.Invariant($" ({Percent(counts.WorstBound!.Value)} if the {counts.Undecided} without a verdict fail)"));
        return failing.High > asked.FailingAtMost
            ? (Outcome.Inconclusive, new Reason("too-few-processes", text + FormattableString.Invariant($", where {Percent(asked.FailingAtMost.Value)} is asked for")))
            : (Outcome.Supported, new Reason("no-counterexample", text));
    }

    // A search that stops at a failure has looked at as many processes as it took: only one that goes on estimates the fraction.
    private static string Fraction(ForAll asked, ForAllCounts counts) => !asked.KeepGoing ? "" : FormattableString.Invariant(
        $". {counts.Refuted} of {counts.Decided} processes with a verdict fail: {Percent(counts.Failing!.Mean)}, at least {Percent(counts.Failing.Low)}, at most {Percent(counts.Failing.High)} (95 % each)");

    private static Comparison[] Comparisons(ForAll asked, ForAllCounts counts, Outcome outcome)
    {
        if (counts.Failing is not { } failing)
        {
            return [];
        }
        bool estimated = asked.KeepGoing || counts.Refuted == 0;
        double most = asked.FailingAtMost ?? 0;
        return
        [
            new Comparison(
                null, asked.FailingAtMost is null ? "no counterexample" : FormattableString.Invariant($"{Share} ≤ {most}"), most, estimated ? failing : null,
                outcome switch { Outcome.Supported => Side.Accept, Outcome.Refuted => Side.Reject, _ => Side.Straddle },
                estimated ? null : "the search stopped at a counterexample", Share),
        ];
    }

    private static string Percent(double share) => FormattableString.Invariant($"{100 * share:0.0} %");
}
