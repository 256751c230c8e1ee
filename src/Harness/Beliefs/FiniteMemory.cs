using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>A predictor with finitely many memories: an automaton that moves with each token from one memory to the next.</summary>
/// <remarks>
/// What is proved with it holds for any automaton (<see cref="EntropyRateBounds"/>). This one is made so that a memory says nearly all that
/// the past does: one memory for each cell of a grid in which a belief is met, moving as the first belief met in that cell does, and
/// cells refined where the beliefs that share a memory differ most. Memory 0 is that of the stationary belief.
/// </remarks>
internal sealed class FiniteMemory
{
    // The part of a law that moves on when moving as a whole does not settle: what stays damps every period.
    private const double Damped = 0.9;
    private const int UndampedSteps = 200;
    private const int DampedSteps = 2_000;
    private const double SettledEnoughToRefine = 1e-7;
    private const int FinestStep = 2;

    private readonly HiddenMarkovModel _process;
    private readonly SparseTransitions _sparse;
    private readonly BeliefGrid _grid;
    private readonly List<int> _next = [];
    private readonly List<(ulong Cell, int Level)> _cells = [];

    private FiniteMemory(HiddenMarkovModel process, BeliefGrid grid)
    {
        _process = process;
        _sparse = new SparseTransitions(process);
        _grid = grid;
    }

    /// <summary>The number of memories.</summary>
    public int Count => _cells.Count;

    /// <summary>Refines from a single cell on until there are enough memories, or the beliefs that share one hardly differ.</summary>
    /// <param name="enough">The number of memories at which to stop; one refinement about doubles it, and never more than quadruples it.</param>
    /// <param name="alike">Stops when the mean squared distance of a belief from that of its memory is smaller.</param>
    public static FiniteMemory Of(HiddenMarkovModel process, int enough, double alike)
    {
        BeliefGrid grid = new(process.StateCount);
        FiniteMemory memory = Build(process, grid, int.MaxValue)!;
        while (memory.Count < enough && memory.JointLaw(SettledEnoughToRefine) is { } law)
        {
            double[] spread = memory.Spread(law);
            double total = spread.Sum();
            if (total < alike || !memory.Refine(spread, total) || Build(process, grid, 4 * enough) is not { } finer)
            {
                break;
            }
            memory = finer;
        }
        return memory;
    }

    /// <summary>The long-run joint law of memory and hidden state, [memory·S + state], by repeated moves from memory 0. Null when it does not settle.</summary>
    /// <param name="change">Settled is what moves by less than this, summed over all entries.</param>
    /// <remarks>v_m ← Σ v_k T⁽ᶻ⁾ over all k and z with k·z = m. The sum of all v_m stays π.</remarks>
    public double[]? JointLaw(double change)
    {
        int states = _process.StateCount;
        double[] law = new double[Count * states], moved = new double[law.Length];
        _process.Stationary.ToArray().CopyTo(law, 0);
        for (int step = 0; step < UndampedSteps + DampedSteps; step++)
        {
            Move(law, moved);
            double distance = 0;
            for (int i = 0; i < law.Length; i++)
            {
                distance += Math.Abs(moved[i] - law[i]);
            }
            if (step < UndampedSteps)
            {
                (law, moved) = (moved, law);
            }
            else
            {
                for (int i = 0; i < law.Length; i++)
                {
                    law[i] += Damped * (moved[i] - law[i]);
                }
            }
            if (distance < change)
            {
                return law;
            }
        }
        return null;
    }

    private void Move(double[] law, double[] moved)
    {
        int states = _process.StateCount, alphabet = _process.SymbolCount;
        Array.Clear(moved);
        for (int memory = 0; memory < Count; memory++)
        {
            ReadOnlySpan<double> from = law.AsSpan(memory * states, states);
            for (int symbol = 0; from.IndexOfAnyExcept(0) >= 0 && symbol < alphabet; symbol++)
            {
                _sparse.Add(from, symbol, moved.AsSpan(_next[(memory * alphabet) + symbol] * states, states));
            }
        }
    }

    // For each memory Σ P(η) |η − η̄|² over the beliefs η = v_k T⁽ᶻ⁾ / |v_k T⁽ᶻ⁾| that are forgotten in it, of mean η̄.
    private double[] Spread(double[] law)
    {
        int states = _process.StateCount, alphabet = _process.SymbolCount;
        double[] spread = new double[Count], moved = new double[law.Length], weight = new double[Count], step = new double[states];
        for (int edge = 0; edge < _next.Count; edge++)
        {
            double probability = _process.Propagate(law.AsSpan(edge / alphabet * states, states), edge % alphabet, step);
            if (probability > 0)
            {
                int memory = _next[edge];
                weight[memory] += probability;
                spread[memory] += Square(step) / probability;
                for (int state = 0; state < states; state++)
                {
                    moved[(memory * states) + state] += step[state];
                }
            }
        }
        for (int memory = 0; memory < Count; memory++)
        {
            spread[memory] = weight[memory] > 0 ? Math.Max(0, spread[memory] - (Square(moved.AsSpan(memory * states, states)) / weight[memory])) : 0;
        }
        return spread;
    }

    // Cells that spread more than the average go, the more the finer; a cell's spread falls with the square of its width.
    private bool Refine(double[] spread, double total)
    {
        double average = total / Count;
        bool any = false;
        for (int memory = 0; memory < Count; memory++)
        {
            (ulong cell, int level) = _cells[memory];
            if (spread[memory] >= average && average > 0 && level < BeliefGrid.Finest)
            {
                _grid.Refine(cell, level, Math.Clamp((int)Math.Ceiling(0.5 * Math.Log2(spread[memory] / average)), 1, FinestStep));
                any = true;
            }
        }
        return any;
    }

    private static FiniteMemory? Build(HiddenMarkovModel process, BeliefGrid grid, int most)
    {
        FiniteMemory memory = new(process, grid);
        int states = process.StateCount;
        Dictionary<ulong, int> known = [];
        List<double> first = [];
        double[] belief = new double[states], next = new double[states];
        memory.Meet([.. process.Stationary], known, first);
        for (int current = 0; current < memory.Count; current++)
        {
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(first).Slice(current * states, states).CopyTo(belief);
            for (int symbol = 0; symbol < process.SymbolCount; symbol++)
            {
                memory._next.Add(process.Advance(belief, symbol, next) > 0 ? memory.Meet(next, known, first) : 0);
            }
            if (memory.Count > most)
            {
                return null;
            }
        }
        return memory;
    }

    private int Meet(ReadOnlySpan<double> belief, Dictionary<ulong, int> known, List<double> first)
    {
        ulong cell = _grid.CellOf(belief, out int level);
        if (!known.TryGetValue(cell, out int memory))
        {
            known.Add(cell, memory = Count);
            _cells.Add((cell, level));
            first.AddRange(belief);
        }
        return memory;
    }

    private static double Square(ReadOnlySpan<double> vector)
    {
        double sum = 0;
        foreach (double coordinate in vector)
        {
            sum += coordinate * coordinate;
        }
        return sum;
    }
}
