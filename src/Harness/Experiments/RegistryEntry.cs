namespace Harness.Experiments;

/// <summary>A version of a claim as it was registered.</summary>
/// <param name="Date">The day, UTC, as yyyy-MM-dd.</param>
/// <param name="Sha256">Of the claim and everything it depends on: <see cref="CanonicalClaim"/>.</param>
/// <param name="Seeds">One trained network each; null in entries from before they were kept.</param>
internal sealed record RegistryEntry(string Id, int Version, string Date, string Sha256, IReadOnlyList<int>? Seeds = null);
