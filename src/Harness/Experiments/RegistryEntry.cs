namespace Harness.Experiments;

/// <summary>A version of a claim as it was registered.</summary>
/// <param name="Date">The day, UTC, as yyyy-MM-dd.</param>
/// <param name="Sha256">Of the claim and everything it depends on: <see cref="CanonicalClaim"/>.</param>
internal sealed record RegistryEntry(string Id, int Version, string Date, string Sha256);
