namespace Harness.Torch;

/// <summary>How a transformer knows where a token stands: a learned vector for each position, queries and keys turned by it, or only the causal mask.</summary>
internal enum Positions
{
    Learned,
    Rotary,
    None,
}
