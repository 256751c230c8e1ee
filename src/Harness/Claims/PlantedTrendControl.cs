using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>Planted truth for a claim that compares places: the belief at every location, with less noise at each than at the one before.</summary>
/// <param name="Factor">Of the noise from each location to the next, in the order of the forward pass; above 1 a trend that falls.</param>
[Kind("planted-trend")]
internal sealed record PlantedTrendControl(Expectation Expect = Expectation.Supported, double Noise = 1, double Factor = 0.5) : CodeControl(Expect, Noise)
{
    public override string Name => "planted-trend";

    protected override double? Trend => Factor;

    public override PlantedCode Code() => new BeliefCode();

    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
        at["noise"].InRange(Noise, 0, 100);
        at["factor"].InRange(Factor, 0.01, 100);
        if (claim.Comparator.Locations.Count == 0)
        {
            at.Report(Problems.Inconsistent("The claim compares no locations, so a trend along them is no trial of it.", "Use { \"kind\": \"planted\" }."));
        }
    }
}
