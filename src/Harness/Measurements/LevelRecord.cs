using Harness.Activations;
using Harness.Beliefs;

namespace Harness.Measurements;

/// <summary>Keeps what one hook shows at one length, and what the network says at another.</summary>
internal sealed class LevelRecord(BeliefTree tree, int shown, int said) : IActivationVisitor
{
    /// <summary>[contexts of the first length][width]</summary>
    public double[][] Activations { get; } = new double[tree.LevelStart[shown + 1] - tree.LevelStart[shown]][];

    /// <summary>[contexts of the second length][symbols], nats.</summary>
    public double[][] LogProbabilities { get; } = new double[tree.LevelStart[said + 1] - tree.LevelStart[said]][];

    public void Visit(ActivationBlock block)
    {
        int length = tree.Length(block.FirstNode), alphabet = tree.Process.SymbolCount;
        for (int row = 0; row < block.Count; row++)
        {
            if (length == shown)
            {
                block.Read([0], row, Activations[block.FirstNode + row - tree.LevelStart[shown]] = new double[block.Widths[0]]);
            }
            if (length == said)
            {
                LogProbabilities[block.FirstNode + row - tree.LevelStart[said]] = [.. block.LogProbabilities.AsSpan(row * alphabet, alphabet).ToArray().Select(value => (double)value)];
            }
        }
    }
}
