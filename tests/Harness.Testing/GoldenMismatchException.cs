namespace Harness.Testing;

/// <summary>What was computed is not what was accepted.</summary>
internal sealed class GoldenMismatchException(string message) : Exception(message);
