namespace Harness.Processes;

/// <summary>How much of the initial belief lies on a state, or on one state for each value of indices. The weights are scaled to the gauge: ηφ = 1.</summary>
internal sealed record StartWeight(string State, Scalar Weight, IReadOnlyDictionary<string, IReadOnlyList<Scalar>>? For = null);
