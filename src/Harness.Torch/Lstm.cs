namespace Harness.Torch;

/// <summary>A long short-term memory (Hochreiter and Schmidhuber 1997) as PyTorch writes it.</summary>
/// <remarks>
/// i, f, o = σ(…), g = tanh(…), c' = f∘c + i∘g, h' = o∘tanh(c'). <c>hook_resid_post</c> is h', <c>hook_cell</c> is c'.
/// </remarks>
internal sealed record Lstm(int Layers, int DModel) : GatedRecurrent(Layers, DModel)
{
    protected override int Gates => 4;

    protected override IReadOnlyList<(string Name, int Width)> BlockHooks => [("hook_cell", DModel), ("hook_resid_post", DModel)];

    public override RecurrentBlock Block(RecurrentWeights weights, string prefix) => new LstmBlock(weights, prefix);
}
