using Harness.Activations;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>The wrong theory: beliefs of the filter of another process of equal size. The instrument may read no more than theory says they share.</summary>
[Kind("rival")]
internal sealed record RivalControl(Expectation Expect = Expectation.Refuted, double Noise = 0.01) : CodeControl(Expect, Noise)
{
    public override string Name => "rival";

    public override PlantedCode Code() => new RivalCode();
}
