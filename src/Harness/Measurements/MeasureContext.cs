using System.Collections.Immutable;
using Harness.Activations;
using Harness.Training;

namespace Harness.Measurements;

/// <summary>What a measurement's properties are checked against.</summary>
/// <param name="Theory">Null when the process itself is invalid.</param>
internal sealed record MeasureContext(INetworkShape Architecture, int Window, ContextTable? Contexts, TheoryNulls? Theory, TrainingRecipe? Training = null)
{
    /// <summary>The shapes of the experiment's arms, by their names.</summary>
    public IReadOnlyDictionary<string, INetworkShape> Arms { get; init; } = ImmutableDictionary<string, INetworkShape>.Empty;
}
