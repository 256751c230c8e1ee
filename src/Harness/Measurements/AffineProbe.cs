using Harness.Activations;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>Held-out R² of the best affine map from activations at a location to the target.</summary>
/// <remarks>
/// Weighted ridge regression, the penalty chosen by nested folds (<see cref="RidgeProbe"/>). Every distinct context is one row; the belief
/// paired with a context is the one after its last token. Undefined where the target has no variance, the partition does not exist,
/// or the probe is saturated: more than three effective dimensions for four distinct contexts to
/// fit, beyond which the nested fits have fewer contexts than dimensions.
/// </remarks>
internal sealed record AffineProbe(
    Location Location,
    Target Target = Target.Belief,
    Weighting Weighting = Weighting.Probability,
    Partition Partition = Partition.Subtree,
    ContextScope Contexts = ContextScope.Trained) : Measurement
{
    /// <summary>Effective dimensions for each distinct fitting context, beyond which a probe is saturated.</summary>
    public const double MostDimensionsPerContext = 0.75;

    public const string EffectiveDimensions = "effectiveDimensions";
    public const string FittingContexts = "fittingContexts";
    public const string FoldDeviation = "foldDeviation";

    public override bool HigherIsBetter => true;

    public override string Label => $"R² {Target.ToString().ToLowerInvariant()} @ {Location}";

    private CaptureKey Key => new(Location, Weighting, Contexts);

    public override void Check(Scope at, MeasureContext context)
    {
        if (Location.Resolve(context.Architecture.Hooks).Count == 0)
        {
            at["location"].Report(Locations.Unknown(Location, context.Architecture.Hooks));
        }
        if (Partition == Partition.Belief && context.Contexts is { StateOf: null })
        {
            at["partition"].Report(Problems.Inconsistent(
                "The partition 'belief' leaves whole belief states out, but this process has infinitely many: its mixed-state presentation does not close.",
                "Use 'subtree' or 'suffix'."));
        }
        if (context.Contexts is { } contexts && contexts.FoldsOf(Partition) is { } folds && folds.Distinct().Count() is var filled && filled < Folds.Count)
        {
            at["partition"].Report(Problems.Inconsistent(
                FormattableString.Invariant($"The partition '{Partition.ToString().ToLowerInvariant()}' has only {filled} parts here, and {Folds.Count} folds are needed: the measure would be undefined."),
                "Use another partition, or a longer window."));
        }
    }

    public override void Request(CaptureRequest request) => request.Add(Key);

    public override Measured Measure(Examination replicate) => Unsaturated(replicate.Trained.Scores(Key, Partition).Belief);

    public override Measurement At(Location location) => this with { Location = location };

    public override IReadOnlyList<string> NullNames(int window) => [Untrained, Shuffled, Permuted, .. TheoryNulls.Names(window)];

    public override Measured? InTheory(string name, MeasureContext context) =>
        context.Theory?.Of(Weighting, Partition, Contexts).GetValueOrDefault(name);

    public override Measured? Ceiling(PlantedCode code, MeasureContext context) =>
        Location.Resolve(context.Architecture.Hooks).All(Planted.CarriesBelief) ? context.Theory?.Ceiling(code, Weighting, Contexts) : null;

    public override IReadOnlyDictionary<string, Measured> Nulls(Examination replicate)
    {
        ProbeScores trained = replicate.Trained.Scores(Key, Partition);
        Dictionary<string, Measured> nulls = new()
        {
            [Untrained] = replicate.Untrained.Scores(Key, Partition).Belief.RSquared,
            [Shuffled] = Mean(trained.Shuffled),
            [Permuted] = Mean(trained.Permuted),
        };
        foreach ((string name, Measured value) in replicate.Theory.Of(Weighting, Partition, Contexts))
        {
            nulls[name] = value;
        }
        return nulls;
    }

    public override IReadOnlyDictionary<string, double> Details(Examination replicate)
    {
        ProbeScore score = replicate.Trained.Scores(Key, Partition).Belief;
        Dictionary<string, double> details = new() { [EffectiveDimensions] = score.EffectiveDimensions, [FittingContexts] = score.FittingContexts };
        if (score.FoldDeviation is { } deviation)
        {
            details[FoldDeviation] = deviation;
        }
        return details;
    }

    private static Measured Unsaturated(ProbeScore score) =>
        score.RSquared.Value is null || score.EffectiveDimensions <= MostDimensionsPerContext * score.FittingContexts
            ? score.RSquared
            : Measured.Saturated(FormattableString.Invariant($"{score.EffectiveDimensions:F0} effective dimensions for {score.FittingContexts} distinct contexts"));

    private static Measured Mean(IReadOnlyList<ProbeScore> draws) =>
        draws.FirstOrDefault(draw => draw.RSquared.Value is null)?.RSquared ?? Measured.Of(draws.Average(draw => draw.RSquared.Value!.Value));
}
