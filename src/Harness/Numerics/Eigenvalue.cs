using System.Numerics;

namespace Harness.Numerics;

/// <summary>One distinct eigenvalue of a square matrix.</summary>
/// <param name="Multiplicity">The algebraic one: how often it is a root of the characteristic polynomial.</param>
/// <param name="Index">The size of its largest Jordan block: 1 where it has as many eigenvectors as its multiplicity.</param>
internal sealed record Eigenvalue(Complex Value, int Multiplicity, int Index);
