using Harness.Activations;
using Harness.Numerics;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>How far the directions that decode one thing coincide with those that decode another, or the same elsewhere.</summary>
/// <remarks>
/// The directions are the rows of the ridge map B fitted on all contexts, with the penalty that does best on held-out folds, taken along the
/// principal axes of the target that vary (relative tolerance 1e−9 of the variance), so that coordinates that sum to one cost no dimension;
/// singular values up to 1e−6 of the largest are taken for zero. Overlap = Σσ²/min(d₁, d₂). Nulls: "random", the expectation
/// max(d₁, d₂)/D for random subspaces; the untrained network; and the second set of directions fitted to its target shuffled or permuted,
/// which keeps what the spread of the activations alone makes of directions.
/// </remarks>
/// <param name="OtherLocation">The second location, of the same width; null: the same.</param>
/// <param name="OtherTarget">The second target; null: the same.</param>
internal sealed record SubspaceOverlap(
    Location Location,
    Target Target = Target.Belief,
    Location? OtherLocation = null,
    Target? OtherTarget = null,
    SubspaceStatistic Statistic = SubspaceStatistic.Overlap,
    Weighting Weighting = Weighting.Probability,
    ContextScope Contexts = ContextScope.Trained) : Measurement
{
    public const string RandomSubspaces = "random";

    public override bool HigherIsBetter => true;

    public override string Label =>
        $"{(Statistic == SubspaceStatistic.Overlap ? "overlap" : "orthogonality")} of {Word(Target)} @ {Location} and {Word(Second.Target)} @ {Second.Capture.Location}";

    private ProbeKey First => new(new CaptureKey(Location, Weighting, Contexts), Target);

    private ProbeKey Second => new(new CaptureKey(OtherLocation ?? Location, Weighting, Contexts), OtherTarget ?? Target);

    public override void Check(Scope at, MeasureContext context)
    {
        IReadOnlyList<string> hooks = context.Architecture.Hooks;
        bool known = true;
        foreach ((string name, Location location) in new[] { ("location", Location), ("otherLocation", OtherLocation ?? Location) })
        {
            if (location.Resolve(hooks).Count == 0)
            {
                at[name].Report(Locations.Unknown(location, hooks));
                known = false;
            }
        }
        if (First == Second)
        {
            at.Report(Problems.Inconsistent("A subspace is compared with itself: the overlap is 1.", "Add \"otherTarget\" or \"otherLocation\"."));
        }
        else if (known && Width(Location) is var width && Width(OtherLocation ?? Location) is var other && width != other)
        {
            at["otherLocation"].Report(Problems.Inconsistent(
                FormattableString.Invariant($"The locations have {width} and {other} dimensions: directions of different spaces have no angle."), "Use locations of equal width."));
        }
        ProbeMeasurement.CheckWidth(at["target"], context, Target);
        ProbeMeasurement.CheckWidth(at["otherTarget"], context, OtherTarget ?? Target);

        int Width(Location location) => location.Resolve(hooks).Sum(context.Architecture.Width);
    }

    public override void Request(CaptureRequest request)
    {
        request.Add(First);
        request.Add(Second);
    }

    public override Measured Measure(Examination replicate)
    {
        foreach (ProbeKey key in new[] { First, Second })
        {
            if (replicate.Trained.Scores(key).Truth is var score && score.Unsaturated(Measured.Of(0)) is { Value: null } saturated)
            {
                return saturated;
            }
        }
        return Of(replicate.Trained, TargetBlock.Truth);
    }

    public override Measurement At(Location location) => this with { Location = location };

    public override IReadOnlyList<string> NullNames(int window) => [Untrained, Shuffled, Permuted, RandomSubspaces];

    public override IReadOnlyDictionary<string, Measured> Nulls(Examination replicate)
    {
        TargetBlock block = replicate.Trained.Targets.Block(Second.Target);
        (Subspace? first, Subspace? second) = Directions(replicate.Trained, TargetBlock.Truth);
        return new Dictionary<string, Measured>
        {
            [Untrained] = replicate.OfUntrained(untrained => Of(untrained, TargetBlock.Truth)),
            [Shuffled] = Measured.Mean(Enumerable.Range(0, block.Draws).Select(draw => Of(replicate.Trained, TargetBlock.Shuffled(draw)))),
            [Permuted] = Measured.Mean(Enumerable.Range(0, block.Draws).Select(draw => Of(replicate.Trained, block.Permuted(draw)))),
            [RandomSubspaces] = first is null || second is null ? Measured.Undefined(NoDirections) : Value(first.ExpectedOverlap(second)),
        };
    }

    /// <summary>The principal angles' cosines at both ends, the dimensions, and how well each target is decoded at all.</summary>
    public override IReadOnlyDictionary<string, double> Details(Examination replicate)
    {
        Dictionary<string, double> details = [];
        if (Directions(replicate.Trained, TargetBlock.Truth) is ({ } first, { } second))
        {
            double[] cosines = first.Cosines(second);
            (details["firstDimensions"], details["secondDimensions"], details["width"]) = (first.Dimension, second.Dimension, first.Ambient);
            (details["largestCosine"], details["smallestCosine"]) = (cosines[0], cosines[^1]);
        }
        foreach ((string name, ProbeKey key) in new[] { ("firstRSquared", First), ("secondRSquared", Second) })
        {
            if (replicate.Trained.Scores(key).Truth.RSquared.Value is { } decoded)
            {
                details[name] = decoded;
            }
        }
        return details;
    }

    private const string NoDirections = "nothing is decoded there, so there are no directions";

    private static string Word(Target target) => target switch { Target.Belief => "belief", Target.NextToken => "next token", _ => "recent tokens" };

    private Measured Of(Capture capture, int variant) => Directions(capture, variant) is ({ } first, { } second)
        ? Value(first.Overlap(second))
        : Measured.Undefined(NoDirections);

    private Measured Value(double overlap) => Measured.Of(Statistic == SubspaceStatistic.Overlap ? overlap : 1 - overlap);

    private (Subspace? First, Subspace? Second) Directions(Capture capture, int variant) =>
        (DecodingDirections.Of(capture, First, TargetBlock.Truth), DecodingDirections.Of(capture, Second, variant));
}
