namespace Harness.Processes;

/// <summary>An edge-emitting hidden Markov model with numbers filled in.</summary>
/// <remarks>
/// T⁽ᶻ⁾[i,j] = P(emit z, go to j | at i); beliefs are row vectors; Σ_z T⁽ᶻ⁾ is row-stochastic. The initial law is the stationary
/// one unless a start is given. Shalizi and Crutchfield 2001.
/// </remarks>
internal sealed class HiddenMarkovModel
{
    private readonly double[][] _transitions;

    /// <param name="transitions">One flat row-major S×S matrix for each symbol, in symbol order.</param>
    /// <param name="start">The law of the hidden state before the first token.</param>
    public HiddenMarkovModel(
        string id,
        IReadOnlyDictionary<string, double> parameters,
        IReadOnlyList<string> symbols,
        IReadOnlyList<string> states,
        double[][] transitions,
        double[] stationary,
        double[] start)
    {
        Id = id;
        Parameters = parameters;
        Symbols = symbols;
        States = states;
        _transitions = transitions;
        StationaryDistribution = stationary;
        Start = start;
    }

    public string Id { get; }

    public IReadOnlyDictionary<string, double> Parameters { get; }

    public IReadOnlyList<string> Symbols { get; }

    public IReadOnlyList<string> States { get; }

    public int SymbolCount => Symbols.Count;

    public int StateCount => States.Count;

    /// <summary>π with πT = π, Σπ = 1.</summary>
    public IReadOnlyList<double> StationaryDistribution { get; }

    /// <summary>η₀, the belief after no token.</summary>
    public IReadOnlyList<double> Start { get; }

    /// <summary>T⁽ᶻ⁾, row-major: [from·S + to].</summary>
    public ReadOnlySpan<double> TransitionMatrix(int symbol) => _transitions[symbol];

    /// <summary>The same process from another initial belief.</summary>
    public HiddenMarkovModel StartingFrom(double[] belief) =>
        new(Id, Parameters, Symbols, States, _transitions, [.. StationaryDistribution], belief);

    /// <summary>η T⁽ᶻ⁾, unnormalised; returns its sum, which is P(z | η).</summary>
    public double Advance(ReadOnlySpan<double> belief, int symbol, Span<double> result)
    {
        ReadOnlySpan<double> matrix = _transitions[symbol];
        int states = StateCount;
        result.Clear();
        for (int from = 0; from < states; from++)
        {
            double mass = belief[from];
            if (mass > 0)
            {
                ReadOnlySpan<double> row = matrix.Slice(from * states, states);
                for (int to = 0; to < states; to++)
                {
                    result[to] += mass * row[to];
                }
            }
        }
        double sum = 0;
        for (int to = 0; to < states; to++)
        {
            sum += result[to];
        }
        return sum;
    }

    /// <summary>P(z | η) for every symbol z.</summary>
    public void NextToken(ReadOnlySpan<double> belief, Span<double> law)
    {
        Span<double> scratch = stackalloc double[StateCount];
        for (int symbol = 0; symbol < SymbolCount; symbol++)
        {
            law[symbol] = Advance(belief, symbol, scratch);
        }
    }

    /// <summary>True when state and token together determine the next state.</summary>
    public bool IsUnifilar
    {
        get
        {
            foreach (double[] matrix in _transitions)
            {
                for (int from = 0; from < StateCount; from++)
                {
                    if (matrix.AsSpan(from * StateCount, StateCount).ToArray().Count(p => p > 0) > 1)
                    {
                        return false;
                    }
                }
            }
            return true;
        }
    }
}
