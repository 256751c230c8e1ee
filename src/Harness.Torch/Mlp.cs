using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>What an MLP adds to the residual stream, each context alone: x + W_out·act(W_in·ln2(x) + b_in) + b_out.</summary>
internal sealed class Mlp(Activation activation, LayerNorm norm, Tensor inWeight, Tensor inBias, Tensor outWeight, Tensor outBias)
{
    public Tensor Apply(Tensor x)
    {
        Tensor hidden = inBias.addmm(norm.Apply(x), inWeight);                // [n, d_mlp]
        hidden = activation == Activation.Relu ? hidden.relu() : nn.functional.gelu(hidden);
        return x.add(outBias, NetworkWeights.One).addmm(hidden, outWeight);   // [n, d]
    }
}
