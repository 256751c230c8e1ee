using Harness.Numerics;

namespace Harness.Processes;

/// <summary>An edge-emitting hidden Markov model, or a generalised one, with numbers filled in.</summary>
/// <remarks>
/// T⁽ᶻ⁾[i,j] = P(emit z, go to j | at i); beliefs are row vectors; P(z | η) = ηT⁽ᶻ⁾φ and η' = ηT⁽ᶻ⁾ / (ηT⁽ᶻ⁾φ), with Tφ = φ for T = Σ_z T⁽ᶻ⁾ and
/// ηφ = 1. In a hidden Markov model φ is a column of ones, entries are probabilities and beliefs are laws (Shalizi and Crutchfield 2001). In
/// a generalised one entries may be negative (Upper 1997); φ is scaled to sum to the dimension.
/// </remarks>
internal sealed class HiddenMarkovModel : LinearProcess
{
    private readonly double[][] _transitions;
    private readonly double[] _readout;
    private readonly double[] _emission;
    private readonly Lazy<double[]> _chain;

    /// <param name="transitions">One flat row-major S×S matrix for each symbol, in symbol order.</param>
    /// <param name="stationary">π with πT = π, πφ = 1.</param>
    /// <param name="start">The belief before the first token.</param>
    /// <param name="readout">φ of a generalised model; null for a hidden Markov model.</param>
    public HiddenMarkovModel(
        string id,
        IReadOnlyDictionary<string, double> parameters,
        IReadOnlyList<string> symbols,
        IReadOnlyList<string> states,
        double[][] transitions,
        double[] stationary,
        double[] start,
        double[]? readout = null)
        : base(new ProcessName(id, parameters, symbols), states, start)
    {
        _transitions = transitions;
        Stationary = stationary;
        Kind = readout is null ? ProcessKind.Hmm : ProcessKind.Ghmm;
        _readout = readout ?? [.. Enumerable.Repeat(1.0, states.Count)];
        _emission = Emission(transitions, _readout);
        _chain = new Lazy<double[]>(() => [.. Enumerable.Range(0, states.Count * states.Count).Select(cell => transitions.Sum(matrix => matrix[cell]))]);
    }

    public override ProcessKind Kind { get; }

    public override IReadOnlyList<double> Stationary { get; }

    public override bool SupportDecides => Kind == ProcessKind.Hmm;

    /// <summary>φ: what a vector must be multiplied with to give its total probability.</summary>
    public ReadOnlySpan<double> Readout => _readout;

    public override IEnumerable<double> Numbers => [.. Start, .. _transitions.SelectMany(matrix => matrix), .. Kind == ProcessKind.Hmm ? [] : _readout];

    /// <summary>T⁽ᶻ⁾, row-major: [from·S + to].</summary>
    public ReadOnlySpan<double> TransitionMatrix(int symbol) => _transitions[symbol];

    /// <summary>T = Σ_z T⁽ᶻ⁾, row-major.</summary>
    public ReadOnlySpan<double> Chain => _chain.Value;

    public override long JointCount => StateCount;

    public override HiddenMarkovModel StartingFrom(double[] belief) =>
        new(Id, Parameters, Symbols, States, _transitions, [.. Stationary], belief, Kind == ProcessKind.Hmm ? null : _readout);

    public override HiddenMarkovModel Renamed(ProcessName name) =>
        new(name.Id, name.Parameters, name.Symbols, States, _transitions, [.. Stationary], [.. Start], Kind == ProcessKind.Hmm ? null : _readout);

    public override IReadOnlyList<string> JointStates() => States;

    public override double[] JointReadout() => [.. _readout];

    public override void Joint(ReadOnlySpan<double> belief, Span<double> joint) => belief.CopyTo(joint);

    public override double Mass(ReadOnlySpan<double> belief) => ModeProduct.Dot(belief, _readout);

    public override void Apply(int? symbol, ReadOnlySpan<double> tensor, Span<double> result, int left, int right) =>
        ModeProduct.Times(tensor, symbol is { } z ? _transitions[z] : _chain.Value, StateCount, StateCount, result, left, right);

    public override void Emit(ReadOnlySpan<double> tensor, Span<double> result, int left, int right) =>
        ModeProduct.Times(tensor, _emission, StateCount, SymbolCount, result, left, right);

    /// <summary>v T⁽ᶻ⁾ for any row vector v; returns its total v T⁽ᶻ⁾ φ.</summary>
    public double Propagate(ReadOnlySpan<double> vector, int symbol, Span<double> result)
    {
        ReadOnlySpan<double> matrix = _transitions[symbol];
        int states = StateCount;
        result.Clear();
        for (int from = 0; from < states; from++)
        {
            double mass = vector[from];
            if (mass != 0)
            {
                ReadOnlySpan<double> row = matrix.Slice(from * states, states);
                for (int to = 0; to < states; to++)
                {
                    result[to] += mass * row[to];
                }
            }
        }
        double total = 0;
        for (int to = 0; to < states; to++)
        {
            total += result[to] * _readout[to];
        }
        return total;
    }

    public override double Advance(ReadOnlySpan<double> belief, int symbol, Span<double> next)
    {
        double probability = Possible(Propagate(belief, symbol, next));
        for (int state = 0; probability > 0 && state < next.Length; state++)
        {
            next[state] /= probability;
        }
        return probability;
    }

    public override void NextToken(ReadOnlySpan<double> belief, Span<double> law)
    {
        law.Clear();
        for (int state = 0; state < belief.Length; state++)
        {
            double mass = belief[state];
            for (int symbol = 0; mass != 0 && symbol < law.Length; symbol++)
            {
                law[symbol] += mass * _emission[(state * law.Length) + symbol];
            }
        }
        for (int symbol = 0; symbol < law.Length; symbol++)
        {
            law[symbol] = Possible(law[symbol]);
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
                    if (matrix.AsSpan(from * StateCount, StateCount).ToArray().Count(p => p != 0) > 1)
                    {
                        return false;
                    }
                }
            }
            return Kind == ProcessKind.Hmm;
        }
    }

    // T⁽ᶻ⁾φ, [state·V + symbol].
    private static double[] Emission(double[][] transitions, double[] readout)
    {
        int states = readout.Length, alphabet = transitions.Length;
        double[] emission = new double[states * alphabet];
        for (int state = 0; state < states; state++)
        {
            for (int symbol = 0; symbol < alphabet; symbol++)
            {
                for (int to = 0; to < states; to++)
                {
                    emission[(state * alphabet) + symbol] += transitions[symbol][(state * states) + to] * readout[to];
                }
            }
        }
        return emission;
    }
}
