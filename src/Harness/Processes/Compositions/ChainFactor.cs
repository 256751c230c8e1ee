using System.Text.Json.Serialization;
using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>A factor of a chain: a process, or variants among which the token of the factor before chooses.</summary>
/// <param name="Variants">A single one for a factor that is not controlled.</param>
[WrittenAs(typeof(string), typeof(ParameterizedProcess), typeof(Composition), typeof(ChainVariants), Description = "a process, or an object with \"variants\"")]
[JsonConverter(typeof(ChainFactorConverter))]
internal sealed record ChainFactor(IReadOnlyList<ProcessReference> Variants, bool IsControlled)
{
    public string Label => IsControlled ? $"[{string.Join(" | ", Variants.Select(variant => variant.Label))}]" : Variants[0].Label;
}
