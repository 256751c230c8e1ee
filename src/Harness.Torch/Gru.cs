namespace Harness.Torch;

/// <summary>A gated recurrent network (Cho et al. 2014) as PyTorch writes it.</summary>
/// <remarks>r = σ(i_r + h_r), z = σ(i_z + h_z), n = tanh(i_n + r∘h_n), h' = n + z∘(h − n), with i = W_ih x + b_ih and h_• = W_hh h + b_hh.</remarks>
internal sealed record Gru(int Layers, int DModel) : GatedRecurrent(Layers, DModel)
{
    protected override int Gates => 3;

    public override RecurrentBlock Block(RecurrentWeights weights, string prefix) => new GruBlock(weights, prefix);
}
