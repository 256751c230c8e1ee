using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>(x − mean)/√(variance + 1e-5)·gain + bias over the last dimension; the identity in a network without normalisation.</summary>
internal sealed class LayerNorm(Tensor? gain, Tensor? bias)
{
    private const double Epsilon = 1e-5;

    public Tensor Apply(Tensor x) => gain is null ? x : nn.functional.layer_norm(x, [x.shape[^1]], gain, bias, Epsilon); // [n, d]
}
