using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>Planted truth: the code is the belief itself.</summary>
[Kind("planted")]
internal sealed record PlantedControl(Expectation Expect = Expectation.Supported, double Noise = 0.01) : CodeControl(Expect, Noise)
{
    // Up to here one location decodes the belief almost perfectly, and several together no better.
    private const double LittleNoise = 0.1;

    public override string Name => "planted";

    public override PlantedCode Code() => new BeliefCode();

    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
        at["noise"].InRange(Noise, 0, 100);
        IReadOnlyList<string> hooks = context.Architecture.Hooks;
        if (Expect == Expectation.Supported && Noise <= LittleNoise && claim.Comparator.Locations
            .SelectMany(pattern => pattern.Expand(hooks)).SelectMany(location => location.Resolve(hooks)).Any(Planted.CarriesBelief))
        {
            at.Report(Problems.Inconsistent(
                "Planted truth is the same belief at every location, so one location cannot exceed another there: this control cannot come out supported.",
                "Remove the control, or expect \"refuted\" of it."));
        }
    }
}
