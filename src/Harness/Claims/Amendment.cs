namespace Harness.Claims;

/// <summary>A change of a claim after it was first stated.</summary>
/// <param name="Version">The version that the change made.</param>
internal sealed record Amendment(int Version, string What, string Why);
