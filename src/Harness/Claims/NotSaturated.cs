using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>The probe has many more contexts than effective dimensions.</summary>
/// <remarks>A probe beyond <see cref="ProbeScore.MostDimensionsPerContext"/> is undefined in any case; a claim can ask for more.</remarks>
/// <param name="MaxDimensionsPerContext">Effective dimensions (tr C(C + λ)⁻¹) for each distinct context that the probe is fitted on.</param>
internal sealed record NotSaturated(double MaxDimensionsPerContext = ProbeScore.MostDimensionsPerContext) : Precondition
{
    public override string Name => "not-saturated";

    public override string Words(double bound) => FormattableString.Invariant($"effective dimensions per context ≤ {bound:G3}");

    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
        at["maxDimensionsPerContext"].InRange(MaxDimensionsPerContext, 0.001, ProbeScore.MostDimensionsPerContext);
        if (claim.Measure is not ProbeMeasurement)
        {
            at.Report(Problems.Inconsistent("Only a probe can be saturated, and the claim's measure is none.", "Remove the precondition."));
        }
    }

    public override double Bound(Claim claim, TheoryNulls theory) => MaxDimensionsPerContext;

    public override double? Value(Claim claim, ReplicateValue replicate) =>
        replicate.Details.TryGetValue(ProbeMeasurement.EffectiveDimensions, out double dimensions) && replicate.Details.TryGetValue(ProbeMeasurement.FittingContexts, out double contexts) && contexts > 0
            ? dimensions / contexts
            : null;
}
