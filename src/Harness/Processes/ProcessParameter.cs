namespace Harness.Processes;

/// <summary>A number that a process file leaves open, with the values it may take (both ends included).</summary>
internal sealed record ProcessParameter(Scalar Default, Scalar Min, Scalar Max);
