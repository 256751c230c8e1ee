namespace Harness.Claims;

/// <summary>The trial of the instrument: how a claim's controls came out, and what is wrong with one that did not as it must.</summary>
internal static class Trial
{
    // Noise on few heavy contexts, and a held-out R² that refers to the fit side's mean, lift a reading by up to 0.08 (golden mean, 16 dimensions).
    private const double CeilingTolerance = 0.1;

    public static IReadOnlyList<ControlResult> OfControls(Claim claim, Evidence evidence) =>
        [.. (claim.Controls ?? []).Select((control, i) => new ControlResult(
            control.Name,
            control.Expect,
            Decision.Of(claim.Comparator.Compare(evidence.Controls[i], _ => true, claim.Interval), claim.Interval).Outcome,
            evidence.Controls[i].Count > 0 && evidence.Controls[i].All(replicate => replicate.Value.Value is not null)
                ? evidence.Controls[i].Average(replicate => replicate.Value.Value!.Value)
                : null,
            evidence.Controls[i].Max(replicate => replicate.Ceiling)))];

    /// <summary>What the instrument did wrong; null when it did what it must.</summary>
    public static string? Fault(ControlResult control, IReadOnlyList<ReplicateValue> replicates) =>
        replicates.FirstOrDefault(replicate => replicate.Value.Value > replicate.Ceiling + CeilingTolerance) is { } impossible
            ? FormattableString.Invariant($"read {impossible.Value.Value:F4} of seed {impossible.Seed}, where theory allows {impossible.Ceiling:F4} at most")
            : control.Outcome != (control.Expected == Expectation.Supported ? Outcome.Supported : Outcome.Refuted)
                ? $"came out {control.Outcome.ToString().ToLowerInvariant()} where it must be {control.Expected.ToString().ToLowerInvariant()}"
                : null;
}
