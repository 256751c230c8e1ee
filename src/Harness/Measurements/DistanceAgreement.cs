using System.Text.Json.Serialization;
using Harness.Activations;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>R² of the linear relation between pairwise distances of exact vectors and pairwise distances of the decoded ones (arXiv:2405.15943, Fig. 7D).</summary>
/// <remarks>See <see cref="PairMeasurement"/>. Distances are Euclidean.</remarks>
/// <param name="Exact">Whose exact distances: those of the beliefs, or those of the next-token laws.</param>
/// <param name="Decoded">What is decoded from the activations; null: the same. Decoded beliefs can so be held against distances of next-token laws.</param>
internal sealed record DistanceAgreement(
    Location Location,
    [property: JsonPropertyName("of")] Target Exact = Target.Belief,
    Target? Decoded = null,
    Weighting Weighting = Weighting.Probability,
    Partition Partition = Partition.Subtree,
    ContextScope Contexts = ContextScope.Trained,
    Fit Fit = Fit.HeldOut) : PairMeasurement(Location, Weighting, Partition, Contexts, Fit)
{
    public override string Label =>
        $"{Word(Exact)} distance R² {Place}{(Decoded is { } decoded && decoded != Exact ? $", of decoded {Word(decoded)}" : "")}";

    protected override PairQuantity Quantity => PairQuantity.Distance;

    protected override Target Compared => Exact;

    protected override ProbeKey Key => Probe(Decoded ?? Exact);

    public override void Check(Scope at, MeasureContext context)
    {
        base.Check(at, context);
        CheckWidth(at["of"], context, Exact);
    }

    public override void Request(CaptureRequest request)
    {
        base.Request(request);
        request.Add(Exact);
    }
}
