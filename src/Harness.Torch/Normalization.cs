namespace Harness.Torch;

/// <summary>What stands before attention, MLP and unembedding: a layer norm (ε = 1e-5, with gain and bias), or nothing.</summary>
internal enum Normalization
{
    PreLayerNorm,
    None,
}
