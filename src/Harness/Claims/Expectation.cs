namespace Harness.Claims;

/// <summary>What the project asserts of a claim. A refuted expectation is a legitimate, gated negative result.</summary>
internal enum Expectation
{
    Supported,
    Refuted,
}
