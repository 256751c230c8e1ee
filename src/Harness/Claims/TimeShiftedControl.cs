using Harness.Activations;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>The belief one token late: what a network would carry that had not read the last token.</summary>
[Kind("time-shifted")]
internal sealed record TimeShiftedControl(Expectation Expect = Expectation.Refuted, double Noise = 0.01) : CodeControl(Expect, Noise)
{
    public override string Name => "time-shifted";

    public override PlantedCode Code() => new TimeShiftedCode();
}
