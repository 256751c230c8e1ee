using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>Destroyed truth: the beliefs are shuffled within context length before the probe is fitted.</summary>
[Kind("shuffled")]
internal sealed record ShuffledControl(Expectation Expect = Expectation.Refuted) : Control(Expect)
{
    public override string Name => "shuffled";

    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
        if (!claim.Measure.NullNames(context.Window).Contains(Measurement.Shuffled))
        {
            at.Report(Problems.Inconsistent("The measure decodes nothing that could be shuffled, so this control has no value.", "Remove the control."));
        }
    }

    public override ReplicateValue Read(Claim claim, ReplicateValue replicate, ControlContext context) =>
        replicate with { Value = replicate.Rival(Measurement.Shuffled) };
}
