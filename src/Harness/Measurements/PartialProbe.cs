using Harness.Activations;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>The share of the belief that a location decodes beyond the network's own next-token law.</summary>
/// <remarks>
/// Partial R² = 1 − SSE(activations, law) / SSE(law), both affine and held out on the same rows, weights and folds: of what the law leaves
/// unexplained, the part that the activations explain (Cohen et al. 2003, §3.3). Zero where a location only holds what the network is
/// about to say. The law is the network's own, not the exact one, so that each network is held against itself; the null "untrained" is the
/// same of the untrained network. Saturated and undefined as <see cref="AffineProbe"/> is, and undefined where the law leaves nothing.
/// </remarks>
internal sealed record PartialProbe(
    Location Location,
    Weighting Weighting = Weighting.Probability,
    Partition Partition = Partition.Subtree,
    ContextScope Contexts = ContextScope.Trained) : Measurement
{
    private const double LeastUnexplained = 1e-9;

    public override bool HigherIsBetter => true;

    public override string Label => $"partial R² belief given the output @ {Location}";

    private ProbeKey Key => new(new CaptureKey(Location, Weighting, Contexts, WithOutput: true), Target.Belief, Partition);

    public override void Check(Scope at, MeasureContext context)
    {
        new AffineProbe(Location, Target.Belief, Weighting, Partition, Contexts).Check(at, context);
        if (context.Theory?.Of(Weighting, Partition, Contexts)[TheoryNulls.NextToken].Value is { } best && best >= 1 - LeastUnexplained)
        {
            at.Report(Problems.CannotSeparate(TheoryNulls.NextToken, context.Contexts!.Tree.Process.Id, best));
        }
    }

    public override void Request(CaptureRequest request) => request.Add(Key);

    public override Measured Measure(Examination replicate) =>
        replicate.Trained.Scores(Key).Truth.Unsaturated(Partial(replicate.Trained, TargetBlock.Truth));

    public override Measurement At(Location location) => this with { Location = location };

    public override IReadOnlyList<string> NullNames(int window) => [Untrained, Shuffled, Permuted];

    public override IReadOnlyDictionary<string, Measured> Nulls(Examination replicate)
    {
        TargetBlock block = replicate.Trained.Targets.Block(Target.Belief);
        return new Dictionary<string, Measured>
        {
            [Untrained] = replicate.OfUntrained(capture => Partial(capture, TargetBlock.Truth)),
            [Shuffled] = Measured.Mean(Enumerable.Range(0, block.Draws).Select(draw => Partial(replicate.Trained, TargetBlock.Shuffled(draw)))),
            [Permuted] = Measured.Mean(Enumerable.Range(0, block.Draws).Select(draw => Partial(replicate.Trained, block.Permuted(draw)))),
        };
    }

    /// <summary>Beside the probe's dimensions: R² of both fits.</summary>
    public override IReadOnlyDictionary<string, double> Details(Examination replicate)
    {
        ProbeScore both = replicate.Trained.Scores(Key).Truth;
        Dictionary<string, double> details = new()
        {
            [ProbeMeasurement.EffectiveDimensions] = both.EffectiveDimensions,
            [ProbeMeasurement.FittingContexts] = both.FittingContexts,
        };
        if (both.RSquared.Value is { } all && replicate.Trained.OutputScores(Key).Truth.RSquared.Value is { } law)
        {
            details["rSquaredOfBoth"] = all;
            details["rSquaredOfTheOutput"] = law;
        }
        return details;
    }

    private Measured Partial(Capture capture, int variant)
    {
        ProbeScore both = capture.Scores(Key).Variants[variant].Score, law = capture.OutputScores(Key).Variants[variant].Score;
        if ((both.Why ?? law.Why) is { } why)
        {
            return Measured.Undefined(why);
        }
        double left = law.Errors.Sum();
        return left > LeastUnexplained * law.Magnitudes.Sum()
            ? Measured.Of(1 - (both.Errors.Sum() / left))
            : Measured.Undefined("the output law leaves nothing of the belief unexplained");
    }
}
