namespace Harness.Runner.Families;

/// <summary>P(emit the symbol, go to the state | at the state).</summary>
internal sealed record HmmEdge(int From, int Symbol, int To, double Weight);
