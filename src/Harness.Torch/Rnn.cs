namespace Harness.Torch;

/// <summary>A vanilla recurrent network: h' = tanh(W_ih x + b_ih + W_hh h + b_hh) (Elman 1990).</summary>
internal sealed record Rnn(int Layers, int DModel) : GatedRecurrent(Layers, DModel)
{
    protected override int Gates => 1;

    public override RecurrentBlock Block(RecurrentWeights weights, string prefix) => new RnnBlock(weights, prefix);
}
