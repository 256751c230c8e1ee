namespace Harness.Torch.Tests;

/// <summary>A small network of every architecture that learns.</summary>
internal static class Architectures
{
    public static readonly IReadOnlyDictionary<string, LearnedArchitecture> Small = new Dictionary<string, LearnedArchitecture>
    {
        ["transformer"] = new Transformer(2, 2, 8, 4, 12, Activation.Gelu),
        ["transformer-rotary"] = new Transformer(2, 2, 8, 4, 12, Activation.Gelu, Positions: Positions.Rotary),
        ["transformer-attention-only"] = new Transformer(2, 2, 8, 4, 0),
        ["rnn"] = new Rnn(2, 8),
        ["gru"] = new Gru(2, 8),
        ["lstm"] = new Lstm(2, 8),
        ["state-space"] = new StateSpace(2, 8, 5, 12, Activation.Gelu),
        ["state-space-without-norm"] = new StateSpace(2, 8, 5, 12, Activation.Gelu, Normalization.None),
    };

    public static TheoryData<string> Names => [.. Small.Keys];
}
