using Harness.Measurements;

namespace Harness.Claims;

/// <summary>All that a claim is judged by: numbers of replicates, never activations.</summary>
/// <param name="Bounds">The resolved bound of each of the claim's preconditions, in their order.</param>
/// <param name="Controls">What the instrument read in each of the claim's controls, in their order.</param>
internal sealed record Evidence(
    IReadOnlyList<ReplicateValue> Replicates,
    IReadOnlyList<double> Bounds,
    IReadOnlyList<IReadOnlyList<ReplicateValue>> Controls)
{
    /// <summary>Gathers a claim's evidence from the readings of every replicate.</summary>
    public static Evidence Gather(Claim claim, IReadOnlyList<ReplicateReading> readings, TheoryNulls theory) => new(
        [.. readings.Select(reading => reading.Value)],
        [.. (claim.Preconditions ?? []).Select(precondition => precondition.Bound(claim, theory))],
        [.. (claim.Controls ?? []).Select((_, i) => (IReadOnlyList<ReplicateValue>)[.. readings.Select(reading => reading.Controls).Where(c => c.Count > i).Select(c => c[i])])]);
}
