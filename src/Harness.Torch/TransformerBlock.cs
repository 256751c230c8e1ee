using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>The parameters of one block as tensors, views into the flat buffer.</summary>
/// <param name="Mlp">Null in an attention-only network.</param>
internal sealed record TransformerBlock(
    LayerNorm Ln1, Tensor QkvWeight, Tensor QkvBias, Tensor OutWeight, Tensor OutBias, Mlp? Mlp);
