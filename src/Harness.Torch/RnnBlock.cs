using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>The cell of <see cref="Rnn"/>; its state is h.</summary>
internal sealed class RnnBlock(RecurrentWeights weights, string prefix) : GatedBlock(weights, prefix)
{
    public override int StateWidth => Hidden;

    public override Tensor Step(Tensor drive, Tensor state) => drive.add(Recall(state), NetworkWeights.One).tanh(); // [n, d]
}
