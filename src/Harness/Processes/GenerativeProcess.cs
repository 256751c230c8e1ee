namespace Harness.Processes;

/// <summary>A source of tokens that can be filtered exactly: after every word there is a belief, and the belief gives the law of all that follows.</summary>
/// <remarks>
/// A belief is a vector over <see cref="States"/>. For a hidden Markov model it is the law of the hidden state; for a generalised one it lies
/// in the same vector space without being a law; for factored processes it holds the factors' beliefs one after the other. Whatever it is,
/// equal beliefs have equal futures. A process starts from <see cref="Start"/>.
/// </remarks>
/// <param name="id">Of the family, or of the composition.</param>
/// <param name="parameters">The numbers that were filled in.</param>
/// <param name="symbols">The alphabet, in the order of tokens.</param>
/// <param name="states">Names of the coordinates of a belief.</param>
/// <param name="start">η₀, the belief after no token.</param>
internal abstract class GenerativeProcess(
    string id, IReadOnlyDictionary<string, double> parameters, IReadOnlyList<string> symbols, IReadOnlyList<string> states, IReadOnlyList<double> start)
{
    public string Id { get; } = id;

    public IReadOnlyDictionary<string, double> Parameters { get; } = parameters;

    public IReadOnlyList<string> Symbols { get; } = symbols;

    /// <summary>Names of the coordinates of a belief.</summary>
    public IReadOnlyList<string> States { get; } = states;

    public int SymbolCount => Symbols.Count;

    /// <summary>The number of coordinates of a belief.</summary>
    public int StateCount => States.Count;

    /// <summary>η₀, the belief after no token.</summary>
    public IReadOnlyList<double> Start { get; } = start;

    /// <summary>The belief of one who knows only that the process has run for long: the time average, so that periods do no harm.</summary>
    public abstract IReadOnlyList<double> Stationary { get; }

    /// <summary>Everything that determines the law of the tokens, the start included, as numbers in a fixed order: what a cache may rely on.</summary>
    public abstract IEnumerable<double> Numbers { get; }

    /// <summary>True where the places at which a belief is not 0 decide which tokens may follow, and at which places the next belief is not 0.</summary>
    public virtual bool SupportDecides => false;

    /// <summary>The same process from another initial belief.</summary>
    public abstract GenerativeProcess StartingFrom(double[] belief);

    /// <summary>One step of the filter.</summary>
    /// <param name="next">Receives the belief after the token; without meaning where the token is impossible.</param>
    /// <returns>P(z | η), 0 for a token that cannot follow.</returns>
    public abstract double Advance(ReadOnlySpan<double> belief, int symbol, Span<double> next);

    /// <summary>P(z | η) for every symbol z.</summary>
    public abstract void NextToken(ReadOnlySpan<double> belief, Span<double> law);
}
