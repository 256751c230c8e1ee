using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The children of some nodes for any process, by its own filter.</summary>
internal sealed class FilteredChildBlock : ChildBlock
{
    // Beliefs held at a time: enough to pay for the calls, little enough for the cache.
    private const int Numbers = 8192;
    private const int MostParents = 64;

    private readonly GenerativeProcess _process;
    private readonly double[] _probabilities;
    private readonly double[] _next;
    private int _count;

    public FilteredChildBlock(GenerativeProcess process)
    {
        _process = process;
        Capacity = Math.Clamp(Numbers / (process.SymbolCount * process.StateCount), 1, MostParents);
        _probabilities = new double[Capacity * process.SymbolCount];
        _next = new double[_probabilities.Length * process.StateCount];
    }

    public override int Capacity { get; }

    public override int Expand(ReadOnlySpan<double> beliefs)
    {
        int states = _process.StateCount, alphabet = _process.SymbolCount, possible = 0;
        _count = beliefs.Length / states;
        for (int parent = 0; parent < _count; parent++)
        {
            for (int symbol = 0; symbol < alphabet; symbol++)
            {
                int child = (parent * alphabet) + symbol;
                _probabilities[child] = _process.Advance(beliefs.Slice(parent * states, states), symbol, _next.AsSpan(child * states, states));
                possible += _probabilities[child] > 0 ? 1 : 0;
            }
        }
        return possible;
    }

    public override void Write(int firstParent, int at, int[] parents, ushort[] symbols, double[] probabilities, double[] beliefs)
    {
        int states = _process.StateCount, alphabet = _process.SymbolCount;
        for (int child = 0; child < _count * alphabet; child++)
        {
            if (_probabilities[child] > 0)
            {
                parents[at] = firstParent + (child / alphabet);
                symbols[at] = (ushort)(child % alphabet);
                probabilities[at] = probabilities[parents[at]] * _probabilities[child];
                _next.AsSpan(child * states, states).CopyTo(beliefs.AsSpan(at * states));
                at++;
            }
        }
    }
}
