using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>Lets every context attend to itself and its prefixes; where their keys and values are found is the subclass's matter.</summary>
internal abstract class ContextAttention
{
    /// <summary>What the heads bring to each context, before W_O.</summary>
    /// <param name="qkv">Queries, keys and values of n contexts, [n, 3·heads·d_head].</param>
    /// <returns>[n, heads·d_head].</returns>
    public abstract Tensor Apply(int layer, Tensor qkv);
}
