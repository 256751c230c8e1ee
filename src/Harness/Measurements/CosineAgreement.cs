using System.Text.Json.Serialization;
using Harness.Activations;

namespace Harness.Measurements;

/// <summary>R² of the linear relation between pairwise cosine similarities of exact vectors and those of the decoded ones (arXiv:2507.07432).</summary>
/// <remarks>
/// See <see cref="PairMeasurement"/>. Cosines are about the origin of belief space, as published: they depend on the gauge of a generalised
/// process, and near a corner of the simplex they say less than distances.
/// </remarks>
/// <param name="Decoded">What is decoded and compared: beliefs, or next-token laws.</param>
internal sealed record CosineAgreement(
    Location Location,
    [property: JsonPropertyName("of")] Target Decoded = Target.Belief,
    Weighting Weighting = Weighting.Probability,
    Partition Partition = Partition.Subtree,
    ContextScope Contexts = ContextScope.Trained,
    Fit Fit = Fit.HeldOut) : PairMeasurement(Location, Weighting, Partition, Contexts, Fit)
{
    public override string Label => $"{Word(Decoded)} cosine R² {Place}";

    protected override PairQuantity Quantity => PairQuantity.Cosine;

    protected override Target Compared => Decoded;

    protected override ProbeKey Key => Probe(Decoded);
}
