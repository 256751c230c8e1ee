namespace Harness.Claims;

/// <summary>When a claim is tested: in every test run, or in the long one.</summary>
internal enum Tier
{
    Quick,
    Full,
}
