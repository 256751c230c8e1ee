using Harness.Beliefs;
using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>Attention of some contexts of one length, with the keys and values of all shorter contexts kept.</summary>
internal sealed class TreeAttention : ContextAttention
{
    private readonly BeliefTree _tree;
    private readonly AttentionKernel _kernel;
    private readonly float[][] _kept;
    private readonly int[] _parents;
    private readonly float[] _law;
    private int _first;
    private int _count;

    public TreeAttention(BeliefTree tree, Transformer architecture)
    {
        _tree = tree;
        _kernel = new AttentionKernel(architecture.Heads, architecture.DHead, tree.Depth);
        _law = new float[tree.Depth];
        // The empty word is nobody's context: rows are nodes without it, and its children have no parent.
        _parents = [.. tree.Parents.Skip(1).Select(parent => parent - 1)];
        // The longest contexts are nobody's ancestors.
        long size = (tree.LevelStart[tree.Depth] - 1L) * 3 * architecture.Heads * architecture.DHead;
        _kept = [.. Enumerable.Range(0, architecture.Layers).Select(_ => new float[size])];                 // [nodes, 3·H·D] each
    }

    /// <summary>Turns to so many contexts of one length, from a node on.</summary>
    public void Enter(int first, int count) => (_first, _count) = (first, count);

    public override (Tensor Stream, Tensor Mixed) Apply(int layer, Tensor stream, Tensor qkv)
    {
        Tensor mixed = empty(_count, qkv.shape[1] / 3);                       // [n, H·D]
        _kernel.Forward(qkv.Floats(), _parents.AsSpan(_first - 1, _count), _kept[layer], _parents, mixed.Floats(), _law);
        if (_first < _tree.LevelStart[_tree.Depth])
        {
            qkv.Floats().CopyTo(_kept[layer].AsSpan((_first - 1) * (int)qkv.shape[1]));
        }
        return (stream, mixed);
    }
}
