using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>Attention within a whole prefix tree at once: along every path from the root to a leaf, as over ordinary rows.</summary>
/// <remarks>
/// A node on several paths gets the same answer on each, because attention is causal; one of them is taken. Projections and MLPs, which
/// cost nearly everything, see each node once.
/// </remarks>
internal sealed class PathAttention(PrefixBatch batch, int heads, int width) : ContextAttention
{
    private readonly Tensor _paths = tensor(batch.Paths);                     // [R·T]
    private readonly Tensor _taken = tensor(batch.Taken);                     // [N]

    public override Tensor Apply(int layer, Tensor qkv)
    {
        int rows = batch.Rows, length = batch.Length;
        Tensor[] split = qkv.index_select(0, _paths)                          // [R·T, 3·H·D]
            .view(rows, length, 3, heads, width).permute(2, 0, 3, 1, 4)       // [3, R, H, T, D]
            .unbind(0);                                                       // 3 × [R, H, T, D]
        Tensor mixed = nn.functional.scaled_dot_product_attention(split[0], split[1], split[2], is_casual: true); // [R, H, T, D]
        return mixed.transpose(1, 2).reshape((long)rows * length, heads * width).index_select(0, _taken); // [N, H·D]
    }
}
