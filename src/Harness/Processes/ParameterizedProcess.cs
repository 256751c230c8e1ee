namespace Harness.Processes;

/// <summary>The longer JSON form of a <see cref="ProcessReference"/>.</summary>
internal sealed record ParameterizedProcess(string Process, IReadOnlyDictionary<string, Scalar>? With = null);
