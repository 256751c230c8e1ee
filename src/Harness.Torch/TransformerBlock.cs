using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>The parameters of one block as tensors, views into the flat buffer.</summary>
internal sealed record TransformerBlock(
    LayerNorm Ln1, Tensor QkvWeight, Tensor QkvBias, Tensor OutWeight, Tensor OutBias,
    LayerNorm Ln2, Tensor MlpInWeight, Tensor MlpInBias, Tensor MlpOutWeight, Tensor MlpOutBias);
