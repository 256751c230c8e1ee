using Harness.Numerics;
using Harness.Processes;

namespace Harness.Training;

/// <summary>Follows the hidden state: token and next state are drawn together from the edges that leave it.</summary>
internal sealed class HiddenStateWalk : SequenceWalk
{
    private readonly double[] _start;
    private readonly double[][] _edges;

    public HiddenStateWalk(HiddenMarkovModel process)
    {
        int states = process.StateCount;
        _start = Cumulative([.. process.Start]);
        _edges = new double[states][];
        for (int from = 0; from < states; from++)
        {
            double[] edges = new double[process.SymbolCount * states];
            for (int symbol = 0; symbol < process.SymbolCount; symbol++)
            {
                process.TransitionMatrix(symbol).Slice(from * states, states).CopyTo(edges.AsSpan(symbol * states, states));
            }
            _edges[from] = Cumulative(edges);
        }
    }

    public override void Draw(RandomStream random, Span<ushort> tokens)
    {
        int states = _edges.Length, state = Pick(_start, random.NextDouble());
        for (int t = 0; t < tokens.Length; t++)
        {
            int edge = Pick(_edges[state], random.NextDouble());
            tokens[t] = (ushort)(edge / states);
            state = edge % states;
        }
    }
}
