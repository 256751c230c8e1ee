using System.Text.Json.Nodes;
using Harness.Activations;
using Harness.Claims;
using Harness.Processes;
using Harness.Specs;

namespace Harness.Experiments;

/// <summary>An experiment that has been read and checked: it can run.</summary>
/// <param name="At">The whole document, for the places of its claims.</param>
/// <param name="Shape">What can be read of every network.</param>
/// <param name="Files">The networks that were made before, in the order of the seeds; none where they are trained.</param>
internal sealed record LoadedExperiment(ExperimentSpec Spec, GenerativeProcess Process, Scope At, INetworkShape Shape, IReadOnlyList<ModelFile> Files)
{
    /// <summary>The file, as shown to a person.</summary>
    public string File => At.File;

    /// <summary>The generators of the families that its claims are made over, as JSON, by id.</summary>
    public IReadOnlyDictionary<string, JsonNode> Families { get; init; } = new Dictionary<string, JsonNode>();

    /// <summary>What a claim for all processes of a family is about; null for any other claim.</summary>
    public JsonNode? FamilyOf(Claim claim) => claim.ForAll is { } forAll ? Families.GetValueOrDefault(forAll.Over) : null;
}
