using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>A process together with the filter of another that watches it: tokens come from the source, and the model updates its belief with them.</summary>
/// <remarks>A belief is that of the source followed by that of the model.</remarks>
internal sealed class FilteredProcess : GenerativeProcess
{
    private readonly GenerativeProcess _source;
    private readonly GenerativeProcess _model;
    private readonly int[] _symbols;

    public FilteredProcess(GenerativeProcess source, GenerativeProcess model)
        : base(source.Id, source.Parameters, source.Symbols, [.. source.States, .. model.States], [.. source.Start, .. model.Start])
    {
        _source = source;
        _model = model;
        _symbols = [.. source.Symbols.Select(symbol => model.Symbols.ToList().IndexOf(symbol))];
        if (Array.IndexOf(_symbols, -1) is var unknown and >= 0)
        {
            throw new ArgumentException($"'{model.Id}' has no symbol '{source.Symbols[unknown]}'.", nameof(model));
        }
    }

    public override IReadOnlyList<double> Stationary => [.. _source.Stationary, .. _model.Stationary];

    public override IEnumerable<double> Numbers => _source.Numbers.Concat(_model.Numbers);

    public override FilteredProcess StartingFrom(double[] belief) =>
        new(_source.StartingFrom(belief[.._source.StateCount]), _model.StartingFrom(belief[_source.StateCount..]));

    /// <summary>The belief of a model that has ruled the token out has no meaning.</summary>
    public override double Advance(ReadOnlySpan<double> belief, int symbol, Span<double> next)
    {
        int split = _source.StateCount;
        double probability = _source.Advance(belief[..split], symbol, next[..split]);
        _model.Advance(belief[split..], _symbols[symbol], next[split..]);
        return probability;
    }

    public override void NextToken(ReadOnlySpan<double> belief, Span<double> law) => _source.NextToken(belief[.._source.StateCount], law);

    /// <summary>The law that the model expects, in the order of the source's symbols.</summary>
    public void Predict(ReadOnlySpan<double> belief, Span<double> law)
    {
        double[] predicted = new double[_model.SymbolCount];
        _model.NextToken(belief[_source.StateCount..], predicted);
        for (int symbol = 0; symbol < law.Length; symbol++)
        {
            law[symbol] = predicted[_symbols[symbol]];
        }
    }
}
