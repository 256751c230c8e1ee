using Harness.Activations;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>Names without geometry: a random vector for every mixed state. What it scores, a look-up table scores.</summary>
/// <remarks>Refutes a claim that beliefs have geometry where the partition leaves whole beliefs out, or the claim must exceed "permuted".</remarks>
[Kind("planted-nominal")]
internal sealed record PlantedNominalControl(Expectation Expect = Expectation.Refuted, double Noise = 0.01) : CodeControl(Expect, Noise)
{
    public override string Name => "planted-nominal";

    public override PlantedCode Code() => new NominalCode();
}
