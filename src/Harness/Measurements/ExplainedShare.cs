using Harness.Activations;
using Harness.Numerics;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>The share of the variance of the activations at a location that the first few principal components hold (arXiv:2502.01954, Table I).</summary>
/// <remarks>The converse of <see cref="ExplainedDimensions"/>, with the same nulls.</remarks>
internal sealed record ExplainedShare(
    Location Location,
    int Components = 3,
    Weighting Weighting = Weighting.Probability,
    ContextScope Contexts = ContextScope.Trained) : Measurement
{
    public override bool HigherIsBetter => true;

    public override string Label => FormattableString.Invariant($"variance in {Components} components @ {Location}");

    private CaptureKey Key => new(Location, Weighting, Contexts);

    public override void Check(Scope at, MeasureContext context)
    {
        IReadOnlyList<string> hooks = Location.Resolve(context.Architecture.Hooks);
        if (hooks.Count == 0)
        {
            at["location"].Report(Locations.Unknown(Location, context.Architecture.Hooks));
        }
        else
        {
            // All components hold everything.
            at["components"].InRange(Components, 1, Math.Max(1, hooks.Sum(context.Architecture.Width) - 1));
        }
    }

    public override void Request(CaptureRequest request) => request.Add(Key);

    public override Measured Measure(Examination replicate) => Of(replicate.Trained.Variances(Key));

    public override Measurement At(Location location) => this with { Location = location };

    public override IReadOnlyList<string> NullNames(int window) => [Untrained, ExplainedDimensions.ExactBelief];

    public override IReadOnlyDictionary<string, Measured> Nulls(Examination replicate) => new Dictionary<string, Measured>
    {
        [Untrained] = replicate.OfUntrained(untrained => Of(untrained.Variances(Key))),
        [ExplainedDimensions.ExactBelief] = Of(replicate.Trained.Products(Key).TargetVariances(Target.Belief)),
    };

    private Measured Of(Spectrum? spectrum) =>
        spectrum is null ? Measured.Undefined("nothing varies there") : Measured.Of(spectrum.Share(Components));
}
