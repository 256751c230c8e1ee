using Harness.Numerics;
using Harness.Processes;
using Harness.Reports;

namespace Harness.Runner.Families;

/// <summary>A hidden Markov model as a list of its edges.</summary>
/// <param name="Edges">Each triple of state, symbol and next state at most once, by rising state, symbol, next state; weights positive, those that leave a state sum to 1.</param>
/// <param name="Start">The law of the first state; null for the stationary one.</param>
internal sealed record HmmTable(IReadOnlyList<string> Symbols, IReadOnlyList<string> States, IReadOnlyList<HmmEdge> Edges, IReadOnlyList<double>? Start = null) : Draw
{
    public override IReadOnlyList<int> Size =>
        [States.Count, Symbols.Count, Edges.Count, Rows.Sum(row => row.Max(edge => WrittenNumber.Denominator(edge.Weight)))];

    public override string Label => $"{Wording.Plural(States.Count, "state")}, {Wording.Plural(Symbols.Count, "symbol")}, {Wording.Plural(Edges.Count, "edge")}";

    /// <summary>The edges that leave each state.</summary>
    public IReadOnlyList<HmmEdge[]> Rows => [.. Enumerable.Range(0, States.Count).Select(state => Edges.Where(edge => edge.From == state).ToArray())];

    /// <summary>True when every state is left and reached, in one class.</summary>
    public bool IsIrreducible
    {
        get
        {
            int degree = States.Count;
            int[] targets = [.. Enumerable.Repeat(-1, degree * degree)];
            foreach (HmmEdge edge in Edges)
            {
                targets[(edge.From * degree) + edge.To] = edge.To;
            }
            return StrongComponents.Of(targets, degree).Distinct().Count() == 1;
        }
    }

    public bool IsUnifilar => Edges.GroupBy(edge => (edge.From, edge.Symbol)).All(same => same.Count() == 1);

    /// <summary>True when every state is left, and every symbol is emitted by some state.</summary>
    public bool IsComplete => Rows.All(row => row.Length > 0) && Edges.Select(edge => edge.Symbol).Distinct().Count() == Symbols.Count;

    /// <summary>The table of these edges: equal ones added up, each row divided by its sum.</summary>
    public static HmmTable Of(IReadOnlyList<string> symbols, IReadOnlyList<string> states, IEnumerable<HmmEdge> edges, IReadOnlyList<double>? start = null) => new(symbols, states,
    [
        .. edges.GroupBy(edge => edge.From).OrderBy(row => row.Key).SelectMany(row => Normalised([.. row
            .GroupBy(edge => (edge.Symbol, edge.To)).OrderBy(same => same.Key)
            .Select(same => new HmmEdge(row.Key, same.Key.Symbol, same.Key.To, same.Sum(edge => edge.Weight)))])),
    ], start);

    /// <summary>The same model, number for number.</summary>
    public static HmmTable Of(HiddenMarkovModel model)
    {
        List<HmmEdge> edges = [];
        for (int from = 0; from < model.StateCount; from++)
        {
            for (int symbol = 0; symbol < model.SymbolCount; symbol++)
            {
                ReadOnlySpan<double> row = model.TransitionMatrix(symbol).Slice(from * model.StateCount, model.StateCount);
                for (int to = 0; to < row.Length; to++)
                {
                    if (row[to] > 0)
                    {
                        edges.Add(new HmmEdge(from, symbol, to, row[to]));
                    }
                }
            }
        }
        HmmTable table = new(model.Symbols, model.States, edges);
        return table.IsIrreducible && model.Start.SequenceEqual(model.Stationary) ? table : table with { Start = model.Start };
    }

    public override IProcessFamily File(string id, string title, string source, string? notes = null) => new ProcessFile(
        id, title, source, ProcessKind.Hmm,
        [.. Symbols.Select(symbol => new Processes.Label(symbol))],
        [.. States.Select(state => new Processes.Label(state))],
        new Transitions(null, [.. Edges.Select(edge => new Edge(States[edge.From], Symbols[edge.Symbol], States[edge.To], WrittenNumber.Of(edge.Weight)))]),
        Start: Start is null ? null : [.. Start.Select((weight, state) => new StartWeight(States[state], WrittenNumber.Of(weight))).Where(weight => weight.Weight.Number != 0)],
        Notes: notes,
        SchemaFile: "../schema/process.schema.json");

    // A row that sums to 1 but for rounding stays as it is, to the last bit.
    private static IEnumerable<HmmEdge> Normalised(HmmEdge[] row)
    {
        double sum = row.Sum(edge => edge.Weight);
        return Math.Abs(sum - 1) < 1e-15 ? row : row.Select(edge => edge with { Weight = edge.Weight / sum });
    }
}
