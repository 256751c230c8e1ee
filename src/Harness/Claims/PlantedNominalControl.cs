using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>Names without geometry: a random vector for every mixed state. What it scores, a look-up table scores.</summary>
/// <remarks>Refutes a claim that beliefs have geometry where the partition leaves whole beliefs out, or the claim must exceed "permuted".</remarks>
[Kind("planted-nominal")]
internal sealed record PlantedNominalControl(Expectation Expect = Expectation.Refuted, double Noise = 0.01) : CodeControl(Expect, Noise)
{
    public override string Name => "planted-nominal";

    public override PlantedCode Code() => new NominalCode();

    // With more dimensions than states names determine the belief affinely, and yet say nothing of a belief that was left out.
    public override void Check(Scope at, Claim claim, MeasureContext context) => at["noise"].InRange(Noise, 0, 100);
}
