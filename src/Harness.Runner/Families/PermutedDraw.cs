using Harness.Processes;

namespace Harness.Runner.Families;

/// <summary>A process under another naming: what was state i is state <paramref name="States"/>[i], what was token z is token <paramref name="Symbols"/>[z].</summary>
internal sealed record PermutedDraw(HmmTable Of, IReadOnlyList<int> States, IReadOnlyList<int> Symbols) : Draw
{
    public override IReadOnlyList<int> Size => [Moved(States) + Moved(Symbols)];

    public override string Label => FormattableString.Invariant($"states {string.Join(' ', States)}, tokens {string.Join(' ', Symbols)}");

    public override IProcessFamily File(string id, string title, string source, string? notes = null) => HmmTable.Of(
        Of.Symbols, Of.States,
        Of.Edges.Select(edge => new HmmEdge(States[edge.From], Symbols[edge.Symbol], States[edge.To], edge.Weight)),
        Of.Start is null ? null : [.. Enumerable.Range(0, States.Count).Select(state => Of.Start[States.ToList().IndexOf(state)])]).File(id, title, source, notes);

    private static int Moved(IReadOnlyList<int> order) => order.Where((to, from) => to != from).Count();
}
