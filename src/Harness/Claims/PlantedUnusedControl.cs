using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>The belief is there for everybody to read, and the network does not: what decodes it says yes, what asks whether it is used must say no.</summary>
[Kind("planted-unused")]
internal sealed record PlantedUnusedControl(Expectation Expect = Expectation.Refuted, double Noise = 0.01) : CodeControl(Expect, Noise)
{
    public override string Name => "planted-unused";

    public override PlantedCode Code() => new UnusedBeliefCode();

    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
        at["noise"].InRange(Noise, 0, 100);
        if (Expect == Expectation.Refuted && claim.Measure is not Intervention)
        {
            at.Report(Problems.Inconsistent("The measure asks what can be decoded, and of an unused belief everything can: this control cannot come out refuted.", "Use it with an 'intervention', or expect \"supported\" of it."));
        }
    }
}
