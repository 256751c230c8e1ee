using Harness.Activations;
using Harness.Numerics;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>How many principal components hold a share of the variance of the activations at a location.</summary>
/// <remarks>
/// Eigenvalues of the weighted, centred covariance over distinct contexts. Its nulls: the same location before training, and "belief", the
/// number that the exact beliefs take under the same weights.
/// </remarks>
/// <param name="Share">Of the total variance.</param>
/// <param name="Rounded">As in arXiv:2602.02385 the cumulative share is rounded to whole percents first, so that 0.945 counts as 0.95.</param>
internal sealed record ExplainedDimensions(
    Location Location,
    double Share = 0.95,
    bool Rounded = false,
    Weighting Weighting = Weighting.Probability,
    ContextScope Contexts = ContextScope.Trained) : Measurement
{
    public const string ExactBelief = "belief";
    private const double HalfAPercent = 0.005;

    public override bool HigherIsBetter => false;

    public override string Label => FormattableString.Invariant($"components for {100 * Share:0.##} % of variance @ {Location}{(Rounded ? ", rounded" : "")}");

    private CaptureKey Key => new(Location, Weighting, Contexts);

    private double Enough => Rounded ? Share - HalfAPercent : Share;

    public override void Check(Scope at, MeasureContext context)
    {
        if (Location.Resolve(context.Architecture.Hooks).Count == 0)
        {
            at["location"].Report(Locations.Unknown(Location, context.Architecture.Hooks));
        }
        at["share"].InRange(Share, 0.01, 0.999999);
    }

    public override void Request(CaptureRequest request) => request.Add(Key);

    public override Measured Measure(Examination replicate) => Count(replicate.Trained.Variances(Key));

    public override Measurement At(Location location) => this with { Location = location };

    public override IReadOnlyList<string> NullNames(int window) => [Untrained, ExactBelief];

    public override IReadOnlyDictionary<string, Measured> Nulls(Examination replicate) => new Dictionary<string, Measured>
    {
        [Untrained] = replicate.OfUntrained(untrained => Count(untrained.Variances(Key))),
        [ExactBelief] = Count(replicate.Trained.Products(Key).TargetVariances(Target.Belief)),
    };

    /// <summary>The usual shares beside the one that was asked for, and how evenly the variance is spread.</summary>
    public override IReadOnlyDictionary<string, double> Details(Examination replicate) => replicate.Trained.Variances(Key) is not { } spectrum
        ? new Dictionary<string, double>()
        : new Dictionary<string, double>
        {
            ["components90"] = spectrum.Components(0.9),
            ["components95"] = spectrum.Components(0.95),
            ["components99"] = spectrum.Components(0.99),
            ["firstThreeShare"] = spectrum.Share(3),
            ["participationRatio"] = spectrum.ParticipationRatio,
            ["width"] = spectrum.Variances.Length,
        };

    private Measured Count(Spectrum? spectrum) =>
        spectrum is null ? Measured.Undefined("nothing varies there") : Measured.Of(spectrum.Components(Enough));
}
