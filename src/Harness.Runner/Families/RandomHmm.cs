using FsCheck;
using FsCheck.Fluent;
using Harness.Specs;
using MathNet.Numerics.Distributions;

namespace Harness.Runner.Families;

/// <summary>Random hidden Markov models: random edges, and Dirichlet weights on those that leave a state.</summary>
/// <remarks>
/// Each state has a number of edges drawn from <paramref name="Edges"/>; which pairs of symbol and next state they are is uniform, or, where
/// unifilar, different symbols with uniform next states. Drawn again until every symbol occurs and, where asked, the chain is irreducible.
/// The probabilities of n edges are least + (1 − n·least)·D, D ~ Dirichlet(concentration, …), from Gamma variables by their quantile function.
/// </remarks>
/// <param name="Edges">Of each state; all that there can be where left out, and never more.</param>
/// <param name="Concentration">1: flat; below, more unequal; above, more even.</param>
/// <param name="LeastProbability">Of an edge.</param>
/// <param name="Unifilar">True: state and symbol determine the next state.</param>
internal sealed record RandomHmm(
    IntegerRange States,
    IntegerRange Symbols,
    IntegerRange? Edges = null,
    double Concentration = 1,
    double LeastProbability = 0,
    bool Unifilar = false,
    bool Irreducible = true,
    FirstState Start = FirstState.Stationary) : ProcessGenerator
{
    private const int Trials = 2000;

    public override string Law => FormattableString.Invariant(
        $"{(Irreducible ? "irreducible " : "")}{(Unifilar ? "unifilar " : "")}hidden Markov models with {Words(States)} states, {Words(Symbols)} symbols, {(Edges is null ? "all" : Words(Edges))} edges a state, Dirichlet({Concentration}) weights{(LeastProbability > 0 ? FormattableString.Invariant($" of at least {LeastProbability}") : "")}");

    public override void Check(Scope at, FamilyContext context)
    {
        int before = at.Reports;
        States.Check(at["states"], 1, 64);
        Symbols.Check(at["symbols"], 1, 32);
        Edges?.Check(at["edges"], 1, 64 * 32);
        at["concentration"].InRange(Concentration, 0.05, 1000);
        at["leastProbability"].InRange(LeastProbability, 0, 0.5);
        if (!Irreducible && Start == FirstState.Stationary)
        {
            at["irreducible"].Report(FamilyProblems.Impossible(
                "A chain that falls apart has no unique stationary law to begin in.", "Write \"start\": \"uniform\", or leave \"irreducible\" out."));
        }
        if (at.Reports != before)
        {
            return;
        }
        int most = Cells(States.Max, Symbols.Max);
        if (Edges is { } edges && edges.Min > Cells(States.Min, Symbols.Min))
        {
            at["edges"].Report(FamilyProblems.Impossible(
                FormattableString.Invariant($"A state of the smallest model has at most {Cells(States.Min, Symbols.Min)} edges, not {edges.Min}."), "Lower \"min\", or use larger models."));
        }
        else if (LeastProbability * Math.Min(Edges?.Max ?? most, most) >= 1)
        {
            at["leastProbability"].Report(FamilyProblems.Impossible(
                FormattableString.Invariant($"{Math.Min(Edges?.Max ?? most, most)} edges of probability {LeastProbability} leave nothing to draw."), "Lower it, or use fewer edges."));
        }
        else if (Shapes().Sample(Trials, new Rnd(1), 0).All(shape => !IsWhole(shape)))
        {
            at.Report(FamilyProblems.Impossible(
                FormattableString.Invariant($"In {Trials} trials no {(Irreducible ? "irreducible " : "")}model that emits every symbol was drawn."), "Allow more edges, or fewer states or symbols."));
        }
    }

    public override Gen<Draw> Draws(FamilyContext context) =>
        from shape in Shapes().Where(IsWhole)
        from uniform in Gen.Choose(0, int.MaxValue - 1).ArrayOf(shape.Edges.Count)
        select (Draw)(shape with { Edges = Weighted(shape, [.. uniform.Select(u => (u + 0.5) / int.MaxValue)]) });

    public override IEnumerable<Draw> Smaller(Draw draw, FamilyContext context) =>
        draw is HmmTable table ? TableShrinker.Smaller(table).Select(smaller => smaller with { Start = StartOf(smaller.States.Count) }).Where(Contains) : [];

    /// <summary>True for a model that could be drawn.</summary>
    public bool Contains(HmmTable table)
    {
        int cells = Cells(table.States.Count, table.Symbols.Count);
        IntegerRange edges = Edges ?? new IntegerRange(cells, cells);
        return States.Contains(table.States.Count) && Symbols.Contains(table.Symbols.Count)
            && table.Rows.All(row => row.Length <= edges.Max && row.Length >= Math.Min(edges.Min, cells))
            && table.Edges.All(edge => edge.Weight >= LeastProbability)
            && (!Unifilar || table.IsUnifilar) && IsWhole(table);
    }

    private int Cells(int states, int symbols) => Unifilar ? symbols : states * symbols;

    private bool IsWhole(HmmTable table) => table.IsComplete && (!Irreducible || table.IsIrreducible);

    // Edges without weights.
    private Gen<HmmTable> Shapes() =>
        from states in Gen.Choose(States.Min, States.Max)
        from symbols in Gen.Choose(Symbols.Min, Symbols.Max)
        from rows in Row(states, symbols).ArrayOf(states)
        select HmmTable.Of(
            [.. Enumerable.Range(0, symbols).Select(z => FormattableString.Invariant($"{z}"))],
            [.. Enumerable.Range(0, states).Select(i => FormattableString.Invariant($"S{i}"))],
            rows.SelectMany((row, state) => row.Select(cell => new HmmEdge(state, cell.Symbol, cell.To, 1))),
            StartOf(states));

    private double[]? StartOf(int states) => Start == FirstState.Uniform ? [.. Enumerable.Repeat(1.0 / states, states)] : null;

    private Gen<(int Symbol, int To)[]> Row(int states, int symbols)
    {
        int cells = Cells(states, symbols), most = Math.Min(Edges?.Max ?? cells, cells), least = Math.Min(Edges?.Min ?? cells, cells);
        return Unifilar
            ? from count in Gen.Choose(least, most)
              from order in Gen.Shuffle(Enumerable.Range(0, symbols))
              from targets in Gen.Choose(0, states - 1).ArrayOf(count)
              select order.Zip(targets).ToArray()
            : from count in Gen.Choose(least, most)
              from order in Gen.Shuffle(Enumerable.Range(0, cells))
              select order.Take(count).Select(cell => (cell / states, cell % states)).ToArray();
    }

    private List<HmmEdge> Weighted(HmmTable shape, double[] uniform)
    {
        double[] gamma = [.. uniform.Select(u => Gamma.InvCDF(Concentration, 1, u))];
        List<HmmEdge> weighted = [];
        foreach (HmmEdge[] row in shape.Rows)
        {
            double[] own = gamma[weighted.Count..(weighted.Count + row.Length)];
            double sum = own.Sum(), spread = 1 - (row.Length * LeastProbability);
            weighted.AddRange(row.Select((edge, i) => edge with { Weight = LeastProbability + (spread * own[i] / sum) }));
        }
        return weighted;
    }

    private static string Words(IntegerRange range) => range.Min == range.Max ? FormattableString.Invariant($"{range.Min}") : FormattableString.Invariant($"{range.Min}–{range.Max}");
}
