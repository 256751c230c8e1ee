namespace Harness.Claims;

/// <summary>What a verdict can be.</summary>
internal enum Outcome
{
    Supported,
    Refuted,
    Inconclusive,
}
