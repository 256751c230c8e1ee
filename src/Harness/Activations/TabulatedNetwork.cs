using Harness.Beliefs;

namespace Harness.Activations;

/// <summary>A network of which only its activations are known: the rows of an <see cref="ActivationTable"/>.</summary>
/// <param name="untrained">Shows the network before training.</param>
internal sealed class TabulatedNetwork(string path, bool untrained) : INetwork
{
    public float[] Parameters() => [];

    public void Dispose()
    {
    }

    public void Evaluate(BeliefTree tree, IReadOnlyList<string> hooks, IActivationVisitor visitor, CancellationToken cancellation)
    {
        using FileStream content = File.OpenRead(path);
        using ActivationTable table = ActivationTable.Open(content);
        int[] rows = table.Rows(tree) ?? throw new InvalidDataException($"'{path}' is no table of these contexts.");
        int symbols = tree.Process.SymbolCount;
        int[] widths = [.. hooks.Select(table.Width)];
        float[][] all = [.. hooks.Select(hook => table.Read((untrained ? ActivationTable.Untrained : ActivationTable.Trained) + hook))];
        float[] laws = table.Read(untrained ? ActivationTable.UntrainedLogProbabilities : ActivationTable.LogProbabilities);
        for (int level = 1; level <= tree.Depth; level++)
        {
            for (int first = tree.LevelStart[level]; first < tree.LevelStart[level + 1]; first += ActivationBlock.MostRows)
            {
                cancellation.ThrowIfCancellationRequested();
                int[] block = rows[first..Math.Min(first + ActivationBlock.MostRows, tree.LevelStart[level + 1])];
                visitor.Visit(new ActivationBlock(first, block.Length, [.. all.Select((values, hook) => Gather(values, widths[hook], block))], widths, Gather(laws, symbols, block)));
            }
        }
    }

    private static float[] Gather(float[] values, int width, int[] rows)
    {
        float[] gathered = new float[rows.Length * width];
        for (int i = 0; i < rows.Length; i++)
        {
            values.AsSpan(rows[i] * width, width).CopyTo(gathered.AsSpan(i * width));
        }
        return gathered;
    }
}
