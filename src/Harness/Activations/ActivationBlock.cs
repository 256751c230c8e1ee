namespace Harness.Activations;

/// <summary>The activations of some consecutive contexts of one length. Its memory is reused: it is valid during the visit only.</summary>
/// <param name="FirstNode">The tree node of the first row.</param>
/// <param name="Count">Number of rows.</param>
/// <param name="Activations">For each requested hook, in the order of the request: rows × <paramref name="Widths"/>[hook], row-major.</param>
/// <param name="Widths">Dimension of each requested hook.</param>
/// <param name="LogProbabilities">Rows × symbols: the network's log P(next token), nats.</param>
internal sealed record ActivationBlock(int FirstNode, int Count, IReadOnlyList<float[]> Activations, IReadOnlyList<int> Widths, float[] LogProbabilities)
{
    /// <summary>The most rows of a block: sums over blocks then come out the same wherever the activations come from.</summary>
    public const int MostRows = 8192;

    /// <summary>Writes a row of some hooks, side by side, in double precision.</summary>
    /// <param name="hooks">Indices into <see cref="Activations"/>.</param>
    public void Read(ReadOnlySpan<int> hooks, int row, Span<double> features)
    {
        int at = 0;
        foreach (int hook in hooks)
        {
            foreach (float value in Activations[hook].AsSpan(row * Widths[hook], Widths[hook]))
            {
                features[at++] = value;
            }
        }
    }
}
