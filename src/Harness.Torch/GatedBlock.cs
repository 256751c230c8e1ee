using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>A layer whose new state is a function of W_ih x + b_ih and W_hh h + b_hh.</summary>
internal abstract class GatedBlock(RecurrentWeights weights, string prefix) : RecurrentBlock
{
    private readonly Tensor _inputWeight = weights.Parameter(prefix + "weight_ih");
    private readonly Tensor _hiddenWeight = weights.Parameter(prefix + "weight_hh");
    private readonly Tensor _inputBias = weights.Parameter(prefix + "bias_ih");
    private readonly Tensor _hiddenBias = weights.Parameter(prefix + "bias_hh");

    /// <summary>d.</summary>
    protected int Hidden => (int)_hiddenWeight.shape[1];

    public override Tensor Drive(Tensor stream) => nn.functional.linear(stream, _inputWeight, _inputBias); // [n, G·d]

    public override Tensor Leave(Tensor stream, Tensor state, Action<string, Tensor> capture)
    {
        Tensor hidden = state.narrow(1, 0, Hidden);                           // [n, d]
        capture("hook_resid_post", hidden);
        return hidden;
    }

    /// <summary>What the hidden state brings: [n, d] → [n, G·d].</summary>
    protected Tensor Recall(Tensor hidden) => nn.functional.linear(hidden, _hiddenWeight, _hiddenBias);
}
