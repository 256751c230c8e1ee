namespace Harness.Processes.Compositions;

/// <summary>A factor of a chain that is controlled by the factor before it.</summary>
/// <param name="Variants">One process for each token of the factor before, in the order of its tokens.</param>
internal sealed record ChainVariants(IReadOnlyList<ProcessReference> Variants);
