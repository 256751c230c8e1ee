using Harness.Beliefs;
using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>Attention of some contexts of one length, with the keys and values of all shorter contexts kept in tables.</summary>
internal sealed class LevelAttention : ContextAttention, IDisposable
{
    private readonly BeliefTree _tree;
    private readonly int _heads;
    private readonly int _width;
    private readonly Tensor[] _tables;
    private Tensor? _ancestors;
    private int _first;
    private int _count;
    private int _length;

    public LevelAttention(BeliefTree tree, Transformer architecture)
    {
        (_tree, _heads, _width) = (tree, architecture.Heads, architecture.DHead);
        // The longest contexts are nobody's prefix, the empty word is nobody's context.
        long rows = tree.LevelStart[tree.Depth];
        _tables = [.. Enumerable.Range(0, architecture.Layers).Select(_ => empty(rows, 2 * _heads * _width))]; // [nodes, 2·H·D]
    }

    /// <summary>Turns to the contexts of one length that start at a node.</summary>
    public void Enter(int length, int first, int count)
    {
        (_length, _first, _count) = (length, first, count);
        long[] ancestors = new long[count * (length - 1)];
        for (int i = 0; i < count; i++)
        {
            for (int t = length - 2, node = _tree.Parents[first + i]; t >= 0; t--, node = _tree.Parents[node])
            {
                ancestors[(i * (length - 1)) + t] = node;
            }
        }
        _ancestors?.Dispose();
        _ancestors = length > 1 ? tensor(ancestors).DetachFromDisposeScope() : null;
    }

    public override Tensor Apply(int layer, Tensor qkv)
    {
        int inner = _heads * _width;
        Tensor own = qkv.narrow(1, inner, 2 * inner);                         // [n, 2·H·D]
        if (_length < _tree.Depth)
        {
            _tables[layer].narrow(0, _first, _count).copy_(own);
        }
        Tensor past = own.unsqueeze(1);                                       // [n, 1, 2·H·D]
        if (_ancestors is not null)
        {
            Tensor before = _tables[layer].index_select(0, _ancestors).view(_count, _length - 1, 2 * inner); // [n, L−1, 2·H·D]
            past = cat([before, past], 1);                                    // [n, L, 2·H·D]
        }
        Tensor[] split = past.view(_count, _length, 2, _heads, _width).permute(2, 0, 3, 1, 4).unbind(0); // 2 × [n, H, L, D]
        Tensor query = qkv.narrow(1, 0, inner).view(_count, _heads, 1, _width); // [n, H, 1, D]
        return nn.functional.scaled_dot_product_attention(query, split[0], split[1]).view(_count, inner); // [n, H·D]
    }

    public void Dispose()
    {
        _ancestors?.Dispose();
        foreach (Tensor table in _tables)
        {
            table.Dispose();
        }
    }
}
