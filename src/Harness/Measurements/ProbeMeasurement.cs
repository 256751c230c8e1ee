using Harness.Activations;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>What all measurements share that decode a target from a location: rows, folds, nulls, and when they mean nothing.</summary>
/// <remarks>
/// Weighted ridge regression, the penalty chosen by nested folds (<see cref="RidgeProbe"/>). Every distinct context is one row; the target
/// paired with a context is the one after its last token. Undefined where the partition does not exist, or the probe is saturated: more than
/// three effective dimensions for four distinct contexts to fit.
/// </remarks>
internal abstract record ProbeMeasurement(Location Location, Weighting Weighting, Partition Partition, ContextScope Contexts, Fit Fit) : Measurement
{
    /// <summary>Names among the details.</summary>
    public const string EffectiveDimensions = "effectiveDimensions";
    public const string FittingContexts = "fittingContexts";
    public const string FoldDeviation = "foldDeviation";

    private const int MostSymbols = 128;

    /// <summary>The probe that is read.</summary>
    protected abstract ProbeKey Key { get; }

    protected ProbeKey Probe(Target target) => new(new CaptureKey(Location, Weighting, Contexts), target, Partition, Fit);

    /// <summary>"@ ln_final, in-sample": where and how, for a label.</summary>
    protected string Place => $"@ {Location}{(Fit == Fit.InSample ? ", in-sample" : "")}";

    public override void Check(Scope at, MeasureContext context)
    {
        if (Location.Resolve(context.Architecture.Hooks).Count == 0)
        {
            at["location"].Report(Locations.Unknown(Location, context.Architecture.Hooks));
        }
        CheckWidth(at["target"], context, Key.Target);
        if (Fit == Fit.InSample)
        {
            if (at["partition"].Node is not null)
            {
                at["partition"].Report(Problems.Inconsistent("A fit that is scored on its own rows holds nothing out, so a partition says nothing.", "Leave 'partition' out, or use \"fit\": \"held-out\"."));
            }
            return;
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

    /// <summary>A target of very many coordinates, each with its destroyed variants, would take more memory than there is.</summary>
    internal static void CheckWidth(Scope at, MeasureContext context, Target target)
    {
        if (target != Target.Belief && context.Contexts?.Width(target) is { } width && width > MostSymbols)
        {
            at.Report(Problems.TooLarge(
                FormattableString.Invariant($"What is to be decoded has {width} coordinates; at most {MostSymbols} are decoded here."), "Decode the belief."));
        }
    }

    public override void Request(CaptureRequest request)
    {
        if (IsDecoded)
        {
            request.Decode(Key);
        }
        else
        {
            request.Add(Key);
        }
    }

    public override Measured Measure(Examination replicate) =>
        replicate.Trained.Scores(Key).Truth.Unsaturated(Of(replicate.Trained, replicate.Contexts, TargetBlock.Truth));

    public override Measurement At(Location location) => this with { Location = location };

    public override IReadOnlyList<string> NullNames(int window) => [Untrained, Shuffled, Permuted, .. TheoryNames(window)];

    public override IReadOnlyDictionary<string, Measured> Nulls(Examination replicate)
    {
        TargetBlock block = replicate.Trained.Targets.Block(Key.Target);
        Dictionary<string, Measured> nulls = new()
        {
            [Untrained] = replicate.OfUntrained(untrained => Of(untrained, replicate.Contexts, TargetBlock.Truth)),
            [Shuffled] = Measured.Mean(Enumerable.Range(0, block.Draws).Select(draw => Of(replicate.Trained, replicate.Contexts, TargetBlock.Shuffled(draw)))),
            [Permuted] = Measured.Mean(Enumerable.Range(0, block.Draws).Select(draw => Of(replicate.Trained, replicate.Contexts, block.Permuted(draw)))),
        };
        foreach (string name in TheoryNames(replicate.Contexts.Tree.Depth))
        {
            nulls[name] = OfTheory(name, replicate.Theory, replicate.Contexts);
        }
        return nulls;
    }

    public override IReadOnlyDictionary<string, double> Details(Examination replicate)
    {
        ProbeScore score = replicate.Trained.Scores(Key).Truth;
        Dictionary<string, double> details = new() { [EffectiveDimensions] = score.EffectiveDimensions, [FittingContexts] = score.FittingContexts };
        if (score.FoldDeviation is { } deviation)
        {
            details[FoldDeviation] = deviation;
        }
        return details;
    }

    /// <summary>True when it reads what is decoded context by context.</summary>
    protected virtual bool IsDecoded => true;

    protected virtual IEnumerable<string> TheoryNames(int window) => TheoryDecodings.Names(Key.Target, window);

    protected virtual Measured OfTheory(string name, TheoryNulls theory, ContextTable contexts) =>
        theory.Decodings.Of(name, this with { Location = new Location(name) }, Key, table => Of(table, contexts, TargetBlock.Truth));

    /// <summary>The value of a variant of the target on one network.</summary>
    protected virtual Measured Of(Capture capture, ContextTable contexts, int variant) => Of(capture.Decoded(Key), contexts, variant);

    /// <summary>The value of a variant of the target on what was decoded of it.</summary>
    protected abstract Measured Of(DecodedTable table, ContextTable contexts, int variant);
}
