namespace Harness.ClaimTests;

/// <summary>A claim of a spec file; no claim where the file cannot be read.</summary>
/// <param name="File">Relative to the repository.</param>
/// <param name="Status">As written; retired claims are not listed.</param>
internal sealed record SpecEntry(string File, string Claim, string Status, string Tier, int Version);
