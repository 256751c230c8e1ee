namespace Harness.Runner.Families;

/// <summary>Simpler hidden Markov models near a given one, the simplest first: fewer states, fewer symbols, sparser rows, rounder probabilities.</summary>
/// <remarks>
/// A state is removed by leading every edge to it to another state instead; a symbol by emitting another instead; an edge by giving its
/// probability to the others of its row. Names are those of the first states and symbols. Together with each comes the same with evenly weighted rows, which often are what a smallest
/// example needs. Not every result lies in the family: the family chooses.
/// </remarks>
internal static class TableShrinker
{
    private static readonly int[] s_denominators = [1, 2, 3, 4, 5, 6, 8, 10, 20, 50, 100];

    public static IEnumerable<HmmTable> Smaller(HmmTable table) =>
        FewerStates(table).Concat(FewerSymbols(table)).Concat(FewerEdges(table)).Concat(Rounder(table)).Where(smaller => smaller.IsSmallerThan(table));

    private static IEnumerable<HmmTable> FewerStates(HmmTable table) =>
        from removed in Enumerable.Range(0, table.States.Count)
        from heir in Enumerable.Range(0, table.States.Count)
        where removed != heir
        let merged = WithoutState(table, removed, heir)
        from variant in new[] { Thinned(merged), Even(merged), merged }
        select variant;

    private static IEnumerable<HmmTable> FewerSymbols(HmmTable table) =>
        from removed in Enumerable.Range(0, table.Symbols.Count)
        from heir in Enumerable.Range(0, table.Symbols.Count)
        where removed != heir
        let merged = HmmTable.Of(
            [.. table.Symbols.Take(table.Symbols.Count - 1)], table.States,
            table.Edges.Select(edge => edge with { Symbol = Moved(edge.Symbol, removed, heir) }), table.Start)
        from variant in new[] { Even(merged), merged }
        select variant;

    private static IEnumerable<HmmTable> FewerEdges(HmmTable table) =>
        from dropped in table.Edges.OrderBy(edge => edge.Weight)
        where table.Rows[dropped.From].Length > 1
        from edges in Without(table, dropped)
        let sparser = HmmTable.Of(table.Symbols, table.States, edges, table.Start)
        from variant in new[] { Even(sparser), Even(sparser, dropped.From), sparser }
        select variant;

    private static IEnumerable<HmmTable> Rounder(HmmTable table)
    {
        yield return Even(table);
        int[] rows = [.. Enumerable.Range(0, table.States.Count)];
        foreach (int denominator in s_denominators)
        {
            yield return Rounded(table, denominator, rows);
        }
        foreach (int row in rows)
        {
            yield return Even(table, row);
            foreach (int denominator in s_denominators)
            {
                yield return Rounded(table, denominator, [row]);
            }
        }
    }

    // Without the edge; and with another one of its row in its place, under its symbol: else the last edge of a symbol could never go.
    private static IEnumerable<IEnumerable<HmmEdge>> Without(HmmTable table, HmmEdge dropped)
    {
        yield return table.Edges.Where(edge => edge != dropped);
        foreach (HmmEdge heir in table.Rows[dropped.From].Where(edge => edge != dropped && edge.Symbol != dropped.Symbol))
        {
            yield return table.Edges.Where(edge => edge != dropped).Select(edge => edge == heir ? edge with { Symbol = dropped.Symbol } : edge);
        }
    }

    private static HmmTable WithoutState(HmmTable table, int removed, int heir) => HmmTable.Of(
        table.Symbols, [.. table.States.Take(table.States.Count - 1)],
        table.Edges.Where(edge => edge.From != removed).Select(edge => edge with { From = Moved(edge.From, removed, heir), To = Moved(edge.To, removed, heir) }),
        table.Start is null ? null : Inherited(table.Start, removed, heir));

    private static double[] Inherited(IReadOnlyList<double> start, int removed, int heir)
    {
        double[] law = [.. start];
        law[heir] += law[removed];
        return [.. law.Where((_, state) => state != removed)];
    }

    // Of each symbol that a state emits its most probable edge, all equally probable.
    private static HmmTable Thinned(HmmTable table) => Even(table with
    {
        Edges = [.. table.Edges.GroupBy(edge => (edge.From, edge.Symbol)).Select(same => same.MaxBy(edge => edge.Weight)!)],
    });

    private static HmmTable Even(HmmTable table, int? only = null) => table with
    {
        Edges = [.. table.Rows.SelectMany(row => row.Select(edge => row[0].From == (only ?? edge.From) ? edge with { Weight = 1.0 / row.Length } : edge))],
    };

    // Each row as whole parts of the denominator, none of them 0: the nearest such row. A row that is simpler than that already stays.
    private static HmmTable Rounded(HmmTable table, int denominator, IReadOnlyList<int> rows) => table with
    {
        Edges = [.. table.Rows.SelectMany((row, state) => rows.Contains(state) && row.Length <= denominator && row.Max(edge => WrittenNumber.Denominator(edge.Weight)) > denominator
            ? row.Zip(Apportionment.Of([.. row.Select(edge => edge.Weight)], denominator), (edge, parts) => edge with { Weight = (double)parts / denominator })
            : row)],
    };

    private static int Moved(int index, int removed, int heir)
    {
        int moved = index == removed ? heir : index;
        return moved > removed ? moved - 1 : moved;
    }
}
