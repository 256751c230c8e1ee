namespace Harness.Torch;

/// <summary>What RNN, GRU and LSTM share: PyTorch's four parameters for each layer, all gates side by side.</summary>
/// <remarks>
/// <c>weight_ih</c> [G·d, d], <c>weight_hh</c> [G·d, d], <c>bias_ih</c> [G·d], <c>bias_hh</c> [G·d], uniform within 1/√d; gates in PyTorch's
/// order. The hidden state is the block's <c>hook_resid_post</c>.
/// </remarks>
internal abstract record GatedRecurrent(int Layers, int DModel) : Recurrent(Layers, DModel)
{
    /// <summary>G: how many vectors of width d each token brings.</summary>
    protected abstract int Gates { get; }

    protected override IReadOnlyList<(string Name, int Width)> BlockHooks => [("hook_resid_post", DModel)];

    public override void AddBlock(RecurrentLayout table, string prefix)
    {
        int rows = Gates * DModel;
        double bound = 1 / Math.Sqrt(DModel);
        table.UniformWithin(prefix + "weight_ih", bound, rows, DModel);
        table.UniformWithin(prefix + "weight_hh", bound, rows, DModel);
        table.UniformWithin(prefix + "bias_ih", bound, rows);
        table.UniformWithin(prefix + "bias_hh", bound, rows);
    }
}
