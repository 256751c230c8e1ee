using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Harness.Activations;
using Harness.Claims;
using Harness.Processes;
using Harness.Statistics;
using Harness.Training;

namespace Harness.Experiments;

/// <summary>An experiment as a researcher writes it: a process, a network, a recipe, seeds, and what is claimed.</summary>
/// <param name="Schema">Version of this format: 1.</param>
/// <param name="Architecture">Of the networks; null where <paramref name="Model"/> brings activations without one.</param>
/// <param name="Model">Networks that were made before, which are judged as they are; null trains them.</param>
/// <param name="Seeds">One trained network each; unique.</param>
/// <param name="Arms">Other ways to run it that claims compare with, by name.</param>
/// <param name="Correction">Allows for judging several registered claims at once; none where nothing is said.</param>
internal sealed record ExperimentSpec(
    int Schema,
    string Id,
    string Title,
    ProcessReference Process,
    DataRecipe Data,
    IReadOnlyList<int> Seeds,
    IReadOnlyList<Claim> Claims,
    Architecture? Architecture = null,
    TrainingRecipe? Training = null,
    string? Source = null,
    string? Notes = null,
    Correction? Correction = null,
    IReadOnlyDictionary<string, Arm>? Arms = null,
    Model? Model = null,
    [property: JsonPropertyName("$schema")] string? SchemaFile = null)
{
    /// <summary>The experiments that its arms are, by the arms' names.</summary>
    public IReadOnlyDictionary<string, ExperimentSpec> InArms() => (Arms ?? ImmutableDictionary<string, Arm>.Empty).ToDictionary(arm => arm.Key, arm => arm.Value.Of(this, arm.Key));
}
