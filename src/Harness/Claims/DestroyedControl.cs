using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>A control by destroyed truth: the network is the real one, and what is to be decoded of it is not.</summary>
internal abstract record DestroyedControl(Expectation Expect) : Control(Expect)
{
    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
        if (!claim.Measure.NullNames(context.Window).Contains(Name))
        {
            at.Report(Problems.Inconsistent($"The measure decodes nothing that could be {Name}, so this control has no value.", "Remove the control."));
        }
        else if (!claim.Comparator.ComparesValue)
        {
            at.Report(Problems.Inconsistent("The claim compares places with each other and not its own value, so this control would read the same as the claim.", "Remove the control."));
        }
    }

    public override ReplicateValue Read(Claim claim, ReplicateValue replicate, ControlContext context) => replicate with { Value = replicate.Rival(Name) };
}
