namespace Harness.Torch;

/// <summary>How a network knows where a token stands: a learned vector for each position, or only through the causal mask.</summary>
internal enum Positions
{
    Learned,
    None,
}
