using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>A transformer's pass over a tree: keys and values of all shorter contexts are kept.</summary>
internal sealed class TransformerPass(TransformerWeights weights, TreeAttention attention) : TreePass
{
    public override Tensor LogProbabilities(int first, int count, Tensor tokens, int position, Action<string, Tensor> capture)
    {
        attention.Enter(first, count);
        return weights.LogProbabilities(tokens, full(count, position, ScalarType.Int64), attention, capture);
    }
}
