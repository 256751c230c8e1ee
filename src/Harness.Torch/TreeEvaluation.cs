using Harness.Activations;
using Harness.Beliefs;
using TorchSharp;
using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>One pass over every context of a tree, each computed once, in node order and in blocks of bounded size.</summary>
internal static class TreeEvaluation
{
    private const int MostRows = 8192;

    public static void Run(
        TransformerWeights weights, BeliefTree tree, IReadOnlyList<string> hooks, IActivationVisitor visitor, CancellationToken cancellation)
    {
        TransformerLayout layout = weights.Layout;
        if (tree.Depth > layout.Positions || tree.Process.SymbolCount != layout.Vocabulary)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A network of {layout.Positions} positions and {layout.Vocabulary} tokens cannot read words of {tree.Depth} out of {tree.Process.SymbolCount} tokens."), nameof(tree));
        }
        Dictionary<string, float[]> buffers = [];
        int[] widths = [.. hooks.Select(layout.Architecture.Width)];
        int rows = Math.Min(MostRows, Enumerable.Range(1, tree.Depth).Max(level => tree.LevelStart[level + 1] - tree.LevelStart[level]));
        for (int i = 0; i < hooks.Count; i++)
        {
            if (!layout.Architecture.Hooks.Contains(hooks[i]))
            {
                throw new ArgumentException($"The network has no '{hooks[i]}'.", nameof(hooks));
            }
            buffers[hooks[i]] = new float[rows * widths[i]];
        }
        float[] logProbabilities = new float[rows * layout.Vocabulary];
        float[][] ordered = [.. hooks.Select(hook => buffers[hook])];
        using IDisposable frozen = no_grad();
        TreeAttention attention = new(tree, layout.Architecture);
        for (int level = 1; level <= tree.Depth; level++)
        {
            for (int first = tree.LevelStart[level]; first < tree.LevelStart[level + 1]; first += MostRows)
            {
                cancellation.ThrowIfCancellationRequested();
                int count = Math.Min(MostRows, tree.LevelStart[level + 1] - first);
                using DisposeScope scope = NewDisposeScope();
                attention.Enter(first, count);
                long[] tokens = new long[count], positions = new long[count];
                for (int i = 0; i < count; i++)
                {
                    (tokens[i], positions[i]) = (tree.Symbols[first + i], level - 1);
                }
                Tensor result = weights.LogProbabilities(tensor(tokens), tensor(positions), attention, (hook, activations) =>
                {
                    if (buffers.TryGetValue(hook, out float[]? buffer))
                    {
                        Copy(activations, buffer);
                    }
                });                                                           // [n, V]
                Copy(result, logProbabilities);
                visitor.Visit(new ActivationBlock(first, count, ordered, widths, logProbabilities));
            }
        }
    }

    private static void Copy(Tensor from, float[] to) => from.contiguous().Floats().CopyTo(to);
}
