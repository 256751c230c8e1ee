using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>A pass of a network over every context of a tree, in node order; what later contexts need of earlier ones is kept.</summary>
internal abstract class TreePass
{
    /// <summary>log P(next token) of so many contexts of one length, from a node on: [n, V], nats.</summary>
    /// <param name="tokens">[n] the last token of each context.</param>
    /// <param name="position">Its position, from 0.</param>
    /// <param name="capture">Sees each hook's activations [n, width] in the order of the forward pass.</param>
    public abstract Tensor LogProbabilities(int first, int count, Tensor tokens, int position, Action<string, Tensor> capture);
}
