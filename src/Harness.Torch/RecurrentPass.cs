using Harness.Beliefs;
using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>A recurrent network's pass over a tree: the states of all contexts that have children are kept.</summary>
internal sealed class RecurrentPass : TreePass
{
    private readonly RecurrentWeights _weights;
    private readonly BeliefTree _tree;
    private readonly Dictionary<RecurrentBlock, float[]> _kept;

    public RecurrentPass(RecurrentWeights weights, BeliefTree tree)
    {
        _weights = weights;
        _tree = tree;
        // The empty word has the state of zeros, the longest contexts have no children: rows are nodes up to those.
        long nodes = tree.LevelStart[tree.Depth];
        _kept = weights.Blocks.ToDictionary(block => block, block => new float[nodes * block.StateWidth]); // [nodes, s] each
    }

    public override Tensor LogProbabilities(int first, int count, Tensor tokens, int position, Action<string, Tensor> capture) =>
        _weights.LogProbabilities(tokens, (block, drive) => Advance(block, drive, first, count), capture);

    private Tensor Advance(RecurrentBlock block, Tensor drive, int first, int count)
    {
        int width = block.StateWidth;
        float[] kept = _kept[block];
        Tensor before = empty(count, width);                                  // [n, s]
        Span<float> rows = before.Floats();
        for (int i = 0; i < count; i++)
        {
            kept.AsSpan(_tree.Parents[first + i] * width, width).CopyTo(rows[(i * width)..]);
        }
        Tensor after = block.Step(drive, before);                             // [n, s]
        if (first < _tree.LevelStart[_tree.Depth])
        {
            after.contiguous().Floats().CopyTo(kept.AsSpan(first * width));
        }
        return after;
    }
}
