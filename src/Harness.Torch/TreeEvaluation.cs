using Harness.Activations;
using Harness.Beliefs;
using TorchSharp;
using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>One pass over every context of a tree, each computed once, in node order and in blocks of bounded size.</summary>
internal static class TreeEvaluation
{
    /// <param name="enough">Asked after each block: true ends the pass early. Null: never.</param>
    public static void Run(
        NetworkWeights weights, BeliefTree tree, IReadOnlyList<string> hooks, IActivationVisitor visitor, CancellationToken cancellation,
        Func<bool>? enough = null, IActivationEdit? edit = null)
    {
        ParameterTable table = weights.Table;
        if (tree.Depth > table.Positions || tree.Process.SymbolCount != table.Vocabulary)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"A network of {table.Positions} positions and {table.Vocabulary} tokens cannot read words of {tree.Depth} out of {tree.Process.SymbolCount} tokens."), nameof(tree));
        }
        Dictionary<string, float[]> buffers = [];
        int[] widths = [.. hooks.Select(weights.Width)];
        int rows = Math.Min(ActivationBlock.MostRows, Enumerable.Range(1, tree.Depth).Max(level => tree.LevelStart[level + 1] - tree.LevelStart[level]));
        for (int i = 0; i < hooks.Count; i++)
        {
            if (!weights.Hooks.Contains(hooks[i]))
            {
                throw new ArgumentException($"The network has no '{hooks[i]}'.", nameof(hooks));
            }
            buffers[hooks[i]] = new float[rows * widths[i]];
        }
        float[] logProbabilities = new float[rows * table.Vocabulary];
        float[][] ordered = [.. hooks.Select(hook => buffers[hook])];
        using IDisposable frozen = no_grad();
        TreePass pass = weights.Pass(tree);
        for (int level = 1; level <= tree.Depth; level++)
        {
            for (int first = tree.LevelStart[level]; first < tree.LevelStart[level + 1]; first += ActivationBlock.MostRows)
            {
                cancellation.ThrowIfCancellationRequested();
                int count = Math.Min(ActivationBlock.MostRows, tree.LevelStart[level + 1] - first);
                using DisposeScope scope = NewDisposeScope();
                long[] tokens = [.. tree.Symbols.AsSpan(first, count).ToArray().Select(symbol => (long)symbol)];
                Tensor result = pass.LogProbabilities(first, count, tensor(tokens), level - 1, (hook, activations) =>
                {
                    if (hook == edit?.Hook)
                    {
                        // In place: the pass goes on from this very tensor, which may be a part of a larger one.
                        Tensor whole = activations.contiguous();
                        edit.Apply(first, count, whole.Floats());
                        activations.copy_(whole);
                    }
                    if (buffers.TryGetValue(hook, out float[]? buffer))
                    {
                        Copy(activations, buffer);
                    }
                });                                                           // [n, V]
                Copy(result, logProbabilities);
                visitor.Visit(new ActivationBlock(first, count, ordered, widths, logProbabilities));
                if (enough?.Invoke() == true)
                {
                    return;
                }
            }
        }
    }

    private static void Copy(Tensor from, float[] to) => from.contiguous().Floats().CopyTo(to);
}
