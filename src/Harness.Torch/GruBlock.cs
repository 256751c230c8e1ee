using static TorchSharp.torch;

namespace Harness.Torch;

/// <summary>The cell of <see cref="Gru"/>; its state is h.</summary>
internal sealed class GruBlock(RecurrentWeights weights, string prefix) : GatedBlock(weights, prefix)
{
    public override int StateWidth => Hidden;

    public override Tensor Step(Tensor drive, Tensor state)
    {
        int d = Hidden;
        Tensor recalled = Recall(state);                                      // [n, 3·d]
        Tensor gates = drive.narrow(1, 0, 2 * d).add(recalled.narrow(1, 0, 2 * d), NetworkWeights.One).sigmoid(); // [n, 2·d]
        Tensor fresh = drive.narrow(1, 2 * d, d).add(gates.narrow(1, 0, d).mul(recalled.narrow(1, 2 * d, d)), NetworkWeights.One).tanh(); // [n, d]
        return fresh.add(gates.narrow(1, d, d).mul(state.sub(fresh)), NetworkWeights.One); // [n, d]
    }
}
