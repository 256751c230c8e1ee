namespace Harness.Activations;

/// <summary>The file from which a replicate's network is read.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Name">As the spec names it, relative to its folder.</param>
/// <param name="Sha256">Of its content when it was checked.</param>
internal sealed record ModelFile(int Seed, string Path, string Name, string Sha256);
