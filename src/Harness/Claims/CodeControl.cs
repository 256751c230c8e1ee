using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>A control by activations of the same widths that are a noisy affine image of a known code.</summary>
/// <param name="Noise">Standard deviation of the noise beside an image of unit scale.</param>
internal abstract record CodeControl(Expectation Expect, double Noise) : Control(Expect)
{
    /// <summary>What the activations carry.</summary>
    public abstract PlantedCode Code();

    /// <summary>Factor of the noise from each location to the next; null where all are alike.</summary>
    protected virtual double? Trend => null;

    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
        at["noise"].InRange(Noise, 0, 100);
        if (claim.Measure.Ceiling(Code(), context) is { Value: { } ceiling } && ceiling >= 1 - 1e-6 && Expect == Expectation.Refuted && claim.Comparator.ComparesValue)
        {
            at.Report(Problems.Inconsistent(
                FormattableString.Invariant($"On '{context.Contexts!.Tree.Process.Id}' the code of '{Name}' determines the belief affinely (R² = {ceiling:F6} in theory): this control cannot come out refuted."),
                "Remove the control, or make the claim on a process that can tell the two apart."));
        }
    }

    public override ReplicateValue Read(Claim claim, ReplicateValue replicate, ControlContext context) =>
        ReplicateReading.Read(claim, context.Planted(Code(), Noise, Trend), replicate.Seed, context.Architecture) with
        {
            Ceiling = claim.Measure.Ceiling(Code(), new MeasureContext(
                context.Architecture, context.Examination.Contexts.Tree.Depth, context.Examination.Contexts, context.Examination.Theory))?.Value,
        };
}
