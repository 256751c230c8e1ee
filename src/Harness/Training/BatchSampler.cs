using Harness.Numerics;
using Harness.Processes;

namespace Harness.Training;

/// <summary>Draws sequences of tokens from a process, one hidden state at a time.</summary>
/// <remarks>Batch k comes from substream k: it needs no batch before it.</remarks>
internal sealed class BatchSampler
{
    private readonly HiddenMarkovModel _process;
    private readonly double[] _start;
    private readonly double[][] _cumulative;
    private readonly RandomStream _stream;

    public BatchSampler(HiddenMarkovModel process, RandomStream stream)
    {
        _process = process;
        _stream = stream;
        _start = Cumulative([.. process.Start]);
        int states = process.StateCount;
        _cumulative = new double[states][];
        for (int from = 0; from < states; from++)
        {
            double[] edges = new double[process.SymbolCount * states];
            for (int symbol = 0; symbol < process.SymbolCount; symbol++)
            {
                process.TransitionMatrix(symbol).Slice(from * states, states).CopyTo(edges.AsSpan(symbol * states, states));
            }
            _cumulative[from] = Cumulative(edges);
        }
    }

    /// <summary>Sequences of <paramref name="length"/> tokens, row-major.</summary>
    public byte[] Draw(long batch, int sequences, int length)
    {
        RandomStream random = _stream.At(batch);
        byte[] tokens = new byte[sequences * length];
        int states = _process.StateCount;
        for (int row = 0; row < sequences; row++)
        {
            int state = Pick(_start, random.NextDouble());
            for (int t = 0; t < length; t++)
            {
                int edge = Pick(_cumulative[state], random.NextDouble());
                tokens[(row * length) + t] = (byte)(edge / states);
                state = edge % states;
            }
        }
        return tokens;
    }

    // The last edge of positive weight ends the table at infinity, so that rounding can never pick an edge of weight zero.
    private static double[] Cumulative(double[] weights)
    {
        double[] sums = new double[weights.Length];
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sums[i] = weights[i] > 0 ? sum += weights[i] : double.NegativeInfinity;
        }
        sums[Array.FindLastIndex(weights, weight => weight > 0)] = double.PositiveInfinity;
        return sums;
    }

    private static int Pick(double[] cumulative, double uniform)
    {
        int i = 0;
        while (uniform >= cumulative[i])
        {
            i++;
        }
        return i;
    }
}
