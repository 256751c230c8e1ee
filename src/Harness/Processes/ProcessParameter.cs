namespace Harness.Processes;

/// <summary>A number that a process file leaves open, with the values it may take (both ends included).</summary>
/// <param name="Integer">True for a parameter that counts something: only integers are taken.</param>
internal sealed record ProcessParameter(Scalar Default, Scalar Min, Scalar Max, bool Integer = false);
