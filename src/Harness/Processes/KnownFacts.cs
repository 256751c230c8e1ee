using Harness.Specs;

namespace Harness.Processes;

/// <summary>What is known of a process from elsewhere, so that our theory can be held against it. Values are numbers or constant expressions.</summary>
/// <param name="Source">Where the values come from.</param>
/// <param name="With">The parameters they hold for; those left out have their defaults.</param>
/// <param name="EntropyRateBits">h_μ in bits for each symbol.</param>
/// <param name="StatisticalComplexityBits">C_μ in bits; left out where it is infinite.</param>
/// <param name="ExcessEntropyBits">E in bits.</param>
/// <param name="Stationary">π in the order of the states.</param>
/// <param name="Readout">φ of a generalised model, in the gauge of the library: it sums to the dimension.</param>
/// <param name="MixedStates">How many distinct beliefs there are, where finitely many.</param>
/// <param name="RecurrentStates">How many of them are met again and again.</param>
/// <param name="WordCounts">How many words of length 1, 2, … have a positive probability.</param>
/// <param name="BeliefCounts">How many distinct beliefs the words of length 1, 2, … lead to.</param>
/// <param name="MyopicEntropyBits">h_1, h_2, … in bits: the entropy of a token after 0, 1, … tokens of context, from the start of the process.</param>
/// <param name="Words">Probabilities and beliefs of single words.</param>
internal sealed record KnownFacts(
    string Source,
    IReadOnlyDictionary<string, Scalar>? With = null,
    Scalar? EntropyRateBits = null,
    Scalar? StatisticalComplexityBits = null,
    Scalar? ExcessEntropyBits = null,
    IReadOnlyList<Scalar>? Stationary = null,
    IReadOnlyList<Scalar>? Readout = null,
    int? MixedStates = null,
    int? RecurrentStates = null,
    IReadOnlyList<int>? WordCounts = null,
    IReadOnlyList<int>? BeliefCounts = null,
    IReadOnlyList<Scalar>? MyopicEntropyBits = null,
    IReadOnlyList<KnownWord>? Words = null)
{
    /// <summary>The parameters as numbers; what has no value is reported and NaN.</summary>
    public Dictionary<string, double> Values(Scope at) =>
        (With ?? new Dictionary<string, Scalar>()).ToDictionary(value => value.Key, value => value.Value.Constant(at["with"][value.Key]));
}
