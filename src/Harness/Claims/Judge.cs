namespace Harness.Claims;

/// <summary>Decides a claim from its evidence. A pure function, total over its inputs; the first matching row of the table decides.</summary>
/// <remarks>
/// In this order: a replicate has no network · fewer than 80 % of the replicates meet a precondition · too few replicates · a control does not
/// come out as it must (the instrument is broken, the claim is not judged) · undefined values · one interval on the rejecting
/// side: refuted · all on the accepting side: supported · otherwise inconclusive. Where some replicates miss a precondition the decision
/// must survive counting them as the null. Decided by interval inclusion, as in equivalence testing (Schuirmann 1987): each side at
/// (1 − level)/2. The seeds of a registered claim are fixed: adding some to an inconclusive one and judging again would decide wrongly far more
/// often. More seeds are a new version, with fresh ones.
/// </remarks>
internal static class Judge
{
    /// <summary>The share of replicates that must meet every precondition.</summary>
    public const double SettledShare = 0.8;

    public static Verdict Decide(Claim claim, Evidence evidence)
    {
        IReadOnlyList<PreconditionResult> preconditions = Preconditions(claim, evidence);
        IReadOnlyList<ControlResult> controls = Trial.OfControls(claim, evidence);
        bool[] held = [.. evidence.Replicates.Select(replicate => Holds(claim, evidence, replicate))];
        ReplicateValue[] settled = [.. evidence.Replicates.Where((_, i) => held[i])];
        IReadOnlyList<Comparison> comparisons = claim.Comparator.Compare(settled, _ => true, claim.Interval);
        (Outcome outcome, Reason reason) = Undecidable(claim, evidence, preconditions, controls, held, comparisons) ?? Decision.Of(comparisons, claim.Interval);
        if (outcome != Outcome.Inconclusive && settled.Length < held.Length)
        {
            Outcome withAll = Decision.Of(claim.Comparator.Compare(evidence.Replicates, replicate => Holds(claim, evidence, replicate), claim.Interval), claim.Interval).Outcome;
            if (withAll != outcome)
            {
                (outcome, reason) = (Outcome.Inconclusive, new Reason("precondition:not-robust", FormattableString.Invariant(
                    $"{Words(outcome)} by the {settled.Length} replicates that meet the preconditions, but {Words(withAll)} when the other {held.Length - settled.Length} are counted as the null")));
            }
        }
        return new Verdict(
            claim, outcome, reason, Summary.OfMeasure(settled, claim.Interval), comparisons, evidence.Replicates,
            Summary.OfNulls(claim, settled), preconditions, controls, Summary.Cautions(claim, evidence.Replicates))
        {
            Settled = settled,
        };
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
                    $"{preconditions[i].Held} of {preconditions[i].Of} replicates are {preconditions[i].Kind} ({claim.Preconditions![i].Words(preconditions[i].Bound)}); worst {preconditions[i].Worst:G3}; {SettledShare:P0} are needed"));
            }
        }
        int n = held.Count(h => h);
        if (n < claim.Interval.MinimumReplicates)
        {
            return Inconclusive("replicates", FormattableString.Invariant($"{n} usable replicates; the interval '{claim.Interval.Name}' needs at least {claim.Interval.MinimumReplicates}"));
        }
        for (int i = 0; i < controls.Count; i++)
        {
            if (Trial.Fault(controls[i], evidence.Controls[i]) is { } fault)
            {
                return Inconclusive($"control:{controls[i].Kind}", $"the {controls[i].Kind} control {fault}: the instrument cannot be trusted here");
            }
        }
        if (evidence.Replicates.Where((replicate, i) => held[i] && replicate.Value.IsSaturated).FirstOrDefault() is { } saturated && claim.Comparator.ComparesValue)
        {
            return Inconclusive("undefined:saturated", FormattableString.Invariant($"seed {saturated.Seed}: {saturated.Value.Why}"));
        }
        return comparisons.FirstOrDefault(comparison => comparison.Estimate is null) is { } undefined
            ? Inconclusive("undefined:value", undefined.Undefined ?? "the value is undefined")
            : null;
    }

    private static IReadOnlyList<PreconditionResult> Preconditions(Claim claim, Evidence evidence) =>
        [.. (claim.Preconditions ?? []).Select((precondition, i) => new PreconditionResult(
            precondition.Name,
            evidence.Bounds[i],
            evidence.Replicates.Count(replicate => precondition.Holds(claim, replicate, evidence.Bounds[i])),
            evidence.Replicates.Count,
            evidence.Replicates.Max(replicate => precondition.Worst(claim, replicate))))];

    private static bool Holds(Claim claim, Evidence evidence, ReplicateValue replicate) =>
        replicate.Failure is null && (claim.Preconditions ?? []).Select((precondition, i) => precondition.Holds(claim, replicate, evidence.Bounds[i])).All(holds => holds);

    private static (Outcome, Reason) Inconclusive(string code, string text) => (Outcome.Inconclusive, new Reason(code, text));

    private static string Words(Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
