using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>The attention of some contexts, block by block. Everything else in a transformer acts on each context alone.</summary>
internal abstract class ContextAttention
{
    /// <summary>What the heads of a block bring to each context, before W_O.</summary>
    /// <param name="stream">[n, d] the residual stream that the block reads; the block goes on from what is returned in its place.</param>
    /// <param name="qkv">[n, 3·H·D] queries, keys and values.</param>
    /// <returns>The residual stream [n, d] and what the heads bring [n, H·D].</returns>
    public abstract (Tensor Stream, Tensor Mixed) Apply(int layer, Tensor stream, Tensor qkv);
}
