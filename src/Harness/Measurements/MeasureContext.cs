using System.Collections.Immutable;
using Harness.Activations;
using Harness.Training;

namespace Harness.Measurements;

/// <summary>What a measurement's properties are checked against.</summary>
/// <param name="Theory">Null when the process itself is invalid.</param>
internal sealed record MeasureContext(Architecture Architecture, int Window, ContextTable? Contexts, TheoryNulls? Theory, TrainingRecipe? Training = null)
{
    /// <summary>The architectures of the experiment's arms, by their names.</summary>
    public IReadOnlyDictionary<string, Architecture> Arms { get; init; } = ImmutableDictionary<string, Architecture>.Empty;
}
