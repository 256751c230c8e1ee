namespace Harness.Processes;

/// <summary>A process of the library with some of its parameters set.</summary>
internal sealed record ProcessReference(string Process);
