using Harness.Activations;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>How well the best affine map from activations at a location decodes the target: held-out R² unless another number is asked for.</summary>
/// <remarks>See <see cref="ProbeMeasurement"/> and <see cref="ProbeStatistic"/>. Undefined also where the target has no variance.</remarks>
/// <param name="Fit">In-sample is for comparison with published numbers, together with uniform rows.</param>
/// <param name="Position">Scores the contexts of this length only; the map is the one fitted on all. Null: all.</param>
/// <param name="Repetitions">
/// As many further divisions into folds, of which mean and standard deviation are reported beside the value: variation within one network,
/// which no interval over networks contains.
/// </param>
/// <param name="Coordinate">Scores this state only, or this symbol of a next-token law; null: all.</param>
internal sealed record AffineProbe(
    Location Location,
    Target Target = Target.Belief,
    Weighting Weighting = Weighting.Probability,
    Partition Partition = Partition.Subtree,
    ContextScope Contexts = ContextScope.Trained,
    Fit Fit = Fit.HeldOut,
    ProbeStatistic Statistic = ProbeStatistic.RSquared,
    int? Position = null,
    string? Coordinate = null,
    int? Repetitions = null) : ProbeMeasurement(Location, Weighting, Partition, Contexts, Fit)
{
    private const int MostCoordinatesShown = 32;
    private const int MostRepetitions = 100;

    public override bool HigherIsBetter => Statistic == ProbeStatistic.RSquared;

    public override string Label
    {
        get
        {
            string statistic = Statistic switch
            {
                ProbeStatistic.RSquared => "R²",
                ProbeStatistic.Mse => "MSE",
                ProbeStatistic.MseSummed => "summed MSE",
                ProbeStatistic.Rmse => "RMSE",
                _ => "summed RMSE",
            };
            string what = Target == Target.Belief ? "belief" : "next token";
            string position = Position is { } length ? FormattableString.Invariant($", context length {length}") : "";
            return $"{statistic} {what} {Place}{position}{(Coordinate is null ? "" : $", {Coordinate}")}";
        }
    }

    protected override ProbeKey Key => Probe(Target);

    protected override bool IsDecoded => Position is not null;

    // What TheoryNulls scores is this statistic of these rows; everything else is worked out from what the nulls decode.
    private bool IsPlain => Statistic == ProbeStatistic.RSquared && Target == Target.Belief && Fit == Fit.HeldOut && Position is null && Coordinate is null;

    // The same probe under every further division.
    private IEnumerable<ProbeKey> Repeated => Enumerable.Range(1, Repetitions ?? 0)
        .Select(index => new ProbeKey(Key.Capture with { Repetition = new Repetition(Partition, index) }, Target, Partition, Fit));

    public override void Check(Scope at, MeasureContext context)
    {
        base.Check(at, context);
        if (Repetitions is { } repetitions)
        {
            at["repetitions"].InRange(repetitions, 2, MostRepetitions);
            if (Fit == Fit.InSample || Position is not null)
            {
                at["repetitions"].Report(Problems.Inconsistent(
                    "'repetitions' divides into folds again and again, for the held-out score over all lengths.", "Leave it out, or leave 'fit' and 'position' out."));
            }
        }
        int longest = context.Contexts is { } known && Contexts == ContextScope.Trained ? known.LongestTrained : context.Window;
        if (Position is { } position)
        {
            at["position"].InRange(position, 1, longest);
        }
        if (context.Contexts is { } contexts && (Position is null || (Position >= 1 && Position <= longest)))
        {
            CheckCoordinate(at, contexts);
        }
    }

    public override void Request(CaptureRequest request)
    {
        base.Request(request);
        foreach (ProbeKey key in Repeated)
        {
            request.Add(key);
        }
    }

    public override Measured? Ceiling(PlantedCode code, MeasureContext context) =>
        IsPlain && Location.Resolve(context.Architecture.Hooks).All(Planted.CarriesBelief) ? context.Theory?.Ceiling(code, Weighting, Contexts) : null;

    public override Measured? InTheory(string name, MeasureContext context) =>
        IsPlain ? context.Theory?.Of(Weighting, Partition, Contexts).GetValueOrDefault(name) : null;

    /// <summary>Beside the probe's dimensions: the statistics that were not asked for, every coordinate, and every length where lengths are.</summary>
    public override IReadOnlyDictionary<string, double> Details(Examination replicate)
    {
        Dictionary<string, double> details = new(base.Details(replicate));
        ProbeScore score = replicate.Trained.Scores(Key).Truth;
        foreach (ProbeStatistic statistic in Enum.GetValues<ProbeStatistic>())
        {
            Add(Name(statistic), score.Of(statistic));
        }
        Add("rSquaredInSample", replicate.Trained.Scores(new ProbeKey(Key.Capture, Target, Partition, Fit.InSample)).Truth.RSquared);
        IReadOnlyList<string> coordinates = replicate.Contexts.Coordinates(Target);
        for (int i = 0; i < coordinates.Count && coordinates.Count <= MostCoordinatesShown; i++)
        {
            Add($"{Name(Statistic)} of {coordinates[i]}", score.Of(Statistic, i));
        }
        double[] repeated = [.. Repeated.Select(key => replicate.Trained.Scores(key).Truth.Of(Statistic, Index(replicate.Contexts)).Value).OfType<double>()];
        if (repeated.Length > 1)
        {
            double mean = repeated.Average();
            details["partitionMean"] = mean;
            details["partitionDeviation"] = Math.Sqrt(repeated.Sum(value => (value - mean) * (value - mean)) / (repeated.Length - 1));
        }
        int longest = Contexts == ContextScope.Trained ? replicate.Contexts.LongestTrained : replicate.Contexts.Tree.Depth;
        for (int length = 1; length <= longest && IsDecoded; length++)
        {
            Add(FormattableString.Invariant($"{Name(Statistic)} at length {length}"), replicate.Trained.Decoded(Key).ScoreOf(length, TargetBlock.Truth).Of(Statistic));
        }
        return details;

        void Add(string name, Measured measured)
        {
            if (measured.Value is { } value)
            {
                details[name] = value;
            }
        }
    }

    protected override IEnumerable<string> TheoryNames(int window) => IsPlain ? TheoryNulls.Names(window) : base.TheoryNames(window);

    protected override Measured OfTheory(string name, TheoryNulls theory, ContextTable contexts) =>
        IsPlain ? theory.Of(Weighting, Partition, Contexts)[name] : base.OfTheory(name, theory, contexts);

    protected override Measured Of(Capture capture, ContextTable contexts, int variant) =>
        IsDecoded ? base.Of(capture, contexts, variant) : capture.Scores(Key).Variants[variant].Score.Of(Statistic, Index(contexts));

    protected override Measured Of(DecodedTable table, ContextTable contexts, int variant) =>
        table.ScoreOf(Position, variant).Of(Statistic, Index(contexts));

    private static string Name(ProbeStatistic statistic) => statistic switch
    {
        ProbeStatistic.RSquared => "rSquared",
        ProbeStatistic.Mse => "mse",
        ProbeStatistic.MseSummed => "mseSummed",
        ProbeStatistic.Rmse => "rmse",
        _ => "rmseSummed",
    };

    private int? Index(ContextTable contexts) => Coordinate is null ? null : contexts.Coordinates(Target).ToList().IndexOf(Coordinate);

    private void CheckCoordinate(Scope at, ContextTable contexts)
    {
        if (Coordinate is not null && !contexts.Coordinates(Target).Contains(Coordinate))
        {
            at["coordinate"].Report(Problems.UnknownValue(Coordinate, contexts.Coordinates(Target)));
            return;
        }
        if (Statistic == ProbeStatistic.RSquared && (Position ?? Index(contexts)) is not null && !Varies(contexts))
        {
            at.Report(Problems.Inconsistent(
                "R² is undefined here: what is to be decoded is the same in all of these contexts.", "Use another position or coordinate, or \"statistic\": \"mse\"."));
        }
    }

    private bool Varies(ContextTable contexts)
    {
        int[] starts = contexts.Tree.LevelStart;
        (int start, int end) = Position is { } length ? (starts[length] - 1, starts[length + 1] - 1) : (0, contexts.Count);
        int[] coordinates = Index(contexts) is { } only ? [only] : [.. Enumerable.Range(0, contexts.Width(Target))];
        return coordinates.Any(i => Enumerable.Range(start, end - start).Any(context => Math.Abs(contexts.Value(Target, context)[i] - contexts.Value(Target, start)[i]) > 1e-9));
    }
}
