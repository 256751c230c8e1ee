using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The transition matrices T⁽ᶻ⁾ of a model as lists of their entries that are not 0: for loops that multiply very many vectors.</summary>
internal sealed class SparseTransitions
{
    private readonly (int From, int To, double Value)[][] _entries;

    public SparseTransitions(HiddenMarkovModel process)
    {
        int states = process.StateCount;
        _entries = new (int, int, double)[process.SymbolCount][];
        for (int symbol = 0; symbol < _entries.Length; symbol++)
        {
            double[] matrix = process.TransitionMatrix(symbol).ToArray();
            _entries[symbol] = [.. matrix.Select((value, cell) => (cell / states, cell % states, value)).Where(entry => entry.value != 0)];
        }
    }

    /// <summary>How many multiplications all T⁽ᶻ⁾ together take.</summary>
    public int Count => _entries.Sum(entries => entries.Length);

    /// <summary>Adds v T⁽ᶻ⁾ to a vector.</summary>
    public void Add(ReadOnlySpan<double> vector, int symbol, Span<double> sum)
    {
        foreach ((int from, int to, double value) in _entries[symbol])
        {
            sum[to] += vector[from] * value;
        }
    }
}
