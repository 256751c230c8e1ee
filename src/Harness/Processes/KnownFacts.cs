namespace Harness.Processes;

/// <summary>What is known of a process from elsewhere, so that our theory can be held against it. Values are numbers or constant expressions.</summary>
/// <param name="Source">Where the values come from.</param>
/// <param name="With">The parameters they hold for; those left out have their defaults.</param>
/// <param name="EntropyRateBits">h_μ in bits for each symbol.</param>
/// <param name="StatisticalComplexityBits">C_μ in bits; left out where it is infinite.</param>
/// <param name="ExcessEntropyBits">E in bits.</param>
/// <param name="Stationary">π in the order of the states.</param>
internal sealed record KnownFacts(
    string Source,
    IReadOnlyDictionary<string, Scalar>? With = null,
    Scalar? EntropyRateBits = null,
    Scalar? StatisticalComplexityBits = null,
    Scalar? ExcessEntropyBits = null,
    IReadOnlyList<Scalar>? Stationary = null);
