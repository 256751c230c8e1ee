using Harness.Activations;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>Planted truth: activations of the same widths that are a noisy affine image of the belief.</summary>
/// <param name="Noise">Standard deviation of the noise beside an image of unit scale.</param>
[Kind("planted")]
internal sealed record PlantedControl(Expectation Expect = Expectation.Supported, double Noise = 0.01) : Control(Expect)
{
    public override string Name => "planted";

    public override void Check(Scope at, Claim claim, Measurements.MeasureContext context) => at["noise"].InRange(Noise, 0, 100);

    public override ReplicateValue Read(Claim claim, ReplicateValue replicate, ControlContext context)
    {
        Measurements.Examination planted = context.Examine(Planted.InPlaceOf(context.Architecture, Noise));
        return ReplicateReading.Read(claim, planted, replicate.Seed, context.Architecture);
    }
}
