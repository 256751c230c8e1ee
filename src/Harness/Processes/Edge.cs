namespace Harness.Processes;

/// <summary>One entry of a transition matrix, or one for each value of indices: from a state, emitting a symbol, to a state.</summary>
/// <param name="Weight">The probability of the edge, or what <see cref="Normalization"/> turns into it. Edges between the same states with the same symbol add up.</param>
internal sealed record Edge(string From, string Emit, string To, Scalar Weight, IReadOnlyDictionary<string, IReadOnlyList<Scalar>>? For = null);
