namespace Harness.Claims;

/// <summary>Decides a claim from its evidence. A pure function, total over its inputs; the first matching row of the table decides.</summary>
/// <remarks>
/// In this order: a replicate has no network · fewer than 80 % of the replicates meet a precondition · a control does not come out as
/// it must (the instrument is broken, the claim is not judged) · undefined values or too few replicates · all intervals on the accepting
/// side: supported · one on the rejecting side: refuted · otherwise inconclusive. Where some replicates miss a precondition the decision
/// must survive counting them as the null. Decided by interval inclusion, as in equivalence testing (Schuirmann 1987).
/// </remarks>
internal static class Judge
{
    /// <summary>The share of replicates that must meet every precondition.</summary>
    public const double SettledShare = 0.8;

    public static Verdict Decide(Claim claim, Evidence evidence)
    {
        IReadOnlyList<PreconditionResult> preconditions = Preconditions(claim, evidence);
        IReadOnlyList<ControlResult> controls = Controls(claim, evidence);
        bool[] held = [.. evidence.Replicates.Select(replicate => Holds(claim, evidence, replicate))];
        ReplicateValue[] settled = [.. evidence.Replicates.Where((_, i) => held[i])];
        IReadOnlyList<Comparison> comparisons = claim.Comparator.Compare(settled, _ => true, claim.Interval);
        (Outcome outcome, Reason reason) = Undecidable(claim, evidence, preconditions, controls, held, comparisons) ?? Decided(comparisons);
        if (outcome != Outcome.Inconclusive && settled.Length < held.Length)
        {
            Outcome withAll = Decided(claim.Comparator.Compare(evidence.Replicates, replicate => Holds(claim, evidence, replicate), claim.Interval)).Outcome;
            if (withAll != outcome)
            {
                (outcome, reason) = (Outcome.Inconclusive, new Reason("precondition:not-robust", FormattableString.Invariant(
                    $"{Words(outcome)} by the {settled.Length} replicates that meet the preconditions, but {Words(withAll)} when the other {held.Length - settled.Length} are counted as the null")));
            }
        }
        return new Verdict(
            claim, outcome, reason, Summary.OfMeasure(settled, claim.Interval), comparisons, evidence.Replicates,
            Summary.OfNulls(claim, settled), preconditions, controls, Summary.Cautions(claim, evidence.Replicates));
    }

    private static (Outcome, Reason)? Undecidable(
        Claim claim, Evidence evidence, IReadOnlyList<PreconditionResult> preconditions, IReadOnlyList<ControlResult> controls, bool[] held, IReadOnlyList<Comparison> comparisons)
    {
        ReplicateValue[] failed = [.. evidence.Replicates.Where(replicate => replicate.Failure is not null)];
        if (failed.Length > 0)
        {
            return Inconclusive("undefined:diverged", $"{failed[0].Failure} (seed {string.Join(", ", failed.Select(replicate => replicate.Seed))})");
        }
        for (int i = 0; i < preconditions.Count; i++)
        {
            if (preconditions[i].Held < SettledShare * preconditions[i].Of)
            {
                return Inconclusive($"precondition:{preconditions[i].Kind}", FormattableString.Invariant(
                    $"{preconditions[i].Held} of {preconditions[i].Of} replicates are {preconditions[i].Kind} (loss gap ≤ {preconditions[i].Bound:G3} nats); worst {preconditions[i].Worst:G3}; {SettledShare:P0} are needed"));
            }
        }
        int n = held.Count(h => h);
        if (n < claim.Interval.MinimumReplicates)
        {
            return Inconclusive("replicates", FormattableString.Invariant($"{n} usable replicates; the interval '{claim.Interval.Name}' needs at least {claim.Interval.MinimumReplicates}"));
        }
        foreach (ControlResult control in controls)
        {
            if (control.Outcome != (control.Expected == Expectation.Supported ? Outcome.Supported : Outcome.Refuted))
            {
                return Inconclusive($"control:{control.Kind}", $"the {control.Kind} control came out {Words(control.Outcome)} where it must be {control.Expected.ToString().ToLowerInvariant()}: the instrument cannot be trusted here");
            }
        }
        return comparisons.FirstOrDefault(comparison => comparison.Estimate is null) is { } undefined
            ? Inconclusive("undefined:value", undefined.Undefined ?? "the value is undefined")
            : null;
    }

    private static (Outcome Outcome, Reason Reason) Decided(IReadOnlyList<Comparison> comparisons)
    {
        if (comparisons.FirstOrDefault(comparison => comparison.Side == Side.Reject) is { } rejecting)
        {
            return (Outcome.Refuted, new Reason("interval-outside", Describe(rejecting)));
        }
        if (comparisons.Count > 0 && comparisons.All(comparison => comparison.Side == Side.Accept))
        {
            return (Outcome.Supported, new Reason("interval-inside", Describe(comparisons.MinBy(Slack)!)));
        }
        Comparison? straddling = comparisons.FirstOrDefault(comparison => comparison.Side == Side.Straddle);
        return Inconclusive("interval-straddles", straddling is null ? "nothing was compared" : Describe(straddling) + MoreReplicates(straddling));
    }

    private static double Slack(Comparison comparison) => Math.Abs(comparison.Estimate!.Mean - comparison.Bound);

    private static string Describe(Comparison comparison) => comparison.Estimate is not { } estimate
        ? $"needs {comparison.Needs}: {comparison.Undefined}"
        : FormattableString.Invariant($"needs {comparison.Needs}: {estimate.Mean:G4} [{estimate.Low:G4}, {estimate.High:G4}], n = {estimate.N}");

    // The half-width shrinks as 1/√n: about how many replicates a version with fresh seeds would need if the mean stays where it is.
    private static string MoreReplicates(Comparison comparison)
    {
        if (comparison.Estimate is not { } estimate || Slack(comparison) == 0)
        {
            return "";
        }
        double needed = Math.Ceiling(estimate.N * Math.Pow(estimate.HalfWidth / Slack(comparison), 2)) + 1;
        return needed > 1000 ? "" : FormattableString.Invariant($"; a new version with about {Math.Max(needed, estimate.N + 1):F0} fresh seeds would likely settle it");
    }

    private static IReadOnlyList<PreconditionResult> Preconditions(Claim claim, Evidence evidence) =>
        [.. (claim.Preconditions ?? []).Select((precondition, i) => new PreconditionResult(
            precondition.Name,
            evidence.Bounds[i],
            evidence.Replicates.Count(replicate => precondition.Holds(replicate, evidence.Bounds[i])),
            evidence.Replicates.Count,
            evidence.Replicates.Max(precondition.Value)))];

    private static IReadOnlyList<ControlResult> Controls(Claim claim, Evidence evidence) =>
        [.. (claim.Controls ?? []).Select((control, i) => new ControlResult(
            control.Name,
            control.Expect,
            Decided(claim.Comparator.Compare(evidence.Controls[i], _ => true, claim.Interval)).Outcome,
            evidence.Controls[i].Count > 0 && evidence.Controls[i].All(replicate => replicate.Value.Value is not null)
                ? evidence.Controls[i].Average(replicate => replicate.Value.Value!.Value)
                : null))];

    private static bool Holds(Claim claim, Evidence evidence, ReplicateValue replicate) =>
        replicate.Failure is null && (claim.Preconditions ?? []).Select((precondition, i) => precondition.Holds(replicate, evidence.Bounds[i])).All(holds => holds);

    private static (Outcome, Reason) Inconclusive(string code, string text) => (Outcome.Inconclusive, new Reason(code, text));

    private static string Words(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
