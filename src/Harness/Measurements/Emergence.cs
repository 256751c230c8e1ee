using System.Text.Json.Serialization;
using Harness.Activations;
using Harness.Specs;

namespace Harness.Measurements;

/// <summary>How another measurement changes over the checkpoints of the training.</summary>
/// <remarks>
/// Points are the checkpoints of the recipe and the final network. Nulls: the same of the shuffled and the permuted target at the same
/// checkpoints; "untrained", what a network that never learned would give (no association 0, no fall 1, its value); and for a value or a
/// minimum the value of the final network. A rank correlation is blind to size: a destroyed target whose error drifts by a thousandth can be
/// associated with the loss as closely as the true one. Its shuffled null shows so; claim a fall or a value beside it.
/// </remarks>
/// <param name="Emerging">What is measured at each checkpoint.</param>
/// <param name="Late">For value-at and, as the late end, fall-ratio: a fraction of the training, one of the checkpoints, or 1 for the final network.</param>
/// <param name="Early">For fall-ratio: the early end; null: the first checkpoint.</param>
internal sealed record Emergence(
    [property: JsonPropertyName("measure")] Measurement Emerging,
    EmergenceStatistic Statistic,
    [property: JsonPropertyName("at")] double Late = 1,
    [property: JsonPropertyName("from")] double? Early = null) : Measurement
{
    public const string Final = "final";
    private const int LeastPoints = 5;

    public override bool HigherIsBetter => !ReadsOneValue || Emerging.HigherIsBetter;

    public override string Label => Statistic switch
    {
        EmergenceStatistic.SpearmanWithLoss => $"Spearman with loss of {Emerging.Label}",
        EmergenceStatistic.FallRatio => FormattableString.Invariant($"fall of {Emerging.Label} from {Early ?? 0:0.####} to {Late:0.####} of the training"),
        EmergenceStatistic.ValueAt => FormattableString.Invariant($"{Emerging.Label} at {Late:0.####} of the training"),
        _ => $"minimum over the training of {Emerging.Label}",
    };

    private bool ReadsOneValue => Statistic is EmergenceStatistic.ValueAt or EmergenceStatistic.Minimum;

    public override void Check(Scope at, MeasureContext context)
    {
        Emerging.Check(at["measure"], context);
        if (Emerging is Emergence)
        {
            at["measure"].Report(Problems.Inconsistent("An emergence is not itself measured at checkpoints.", "Give the measurement that emerges."));
        }
        if (Statistic == EmergenceStatistic.FallRatio && Emerging.HigherIsBetter)
        {
            at["statistic"].Report(Problems.Inconsistent("'fall-ratio' is for errors, and of this measure more is better.", "Measure an error, such as \"statistic\": \"mse\" of an affine-probe."));
        }
        if (context.Training is not { Checkpoints: { Count: > 0 } checkpoints } recipe)
        {
            at.Report(Problems.Inconsistent("The training keeps no checkpoints, so nothing can be seen to emerge.", "Add \"checkpoints\": [0, 0.01, 0.1, …] to 'training'."));
            return;
        }
        if (Statistic == EmergenceStatistic.SpearmanWithLoss && recipe.CheckpointSteps.Count + 1 < LeastPoints)
        {
            at["statistic"].Report(Problems.Inconsistent(
                FormattableString.Invariant($"A rank correlation needs at least {LeastPoints} points; the training has {recipe.CheckpointSteps.Count} checkpoints and its end."), "Add more checkpoints."));
        }
        CheckFraction(at["at"], Late, checkpoints);
        CheckFraction(at["from"], Early ?? checkpoints[0], checkpoints);
        if (Statistic == EmergenceStatistic.FallRatio && recipe.StepOf(Early ?? checkpoints[0]) >= recipe.StepOf(Late))
        {
            at["at"].Report(Problems.Inconsistent("'fall-ratio' needs an early and a late end, and here the late end is not after the early one.", "Use a smaller 'from' or a larger 'at'."));
        }
    }

    public override void Request(CaptureRequest request) => request.Follow(Emerging);

    public override Measured Measure(Examination replicate) => Of(replicate, null);

    public override Measurement? At(Location location) => Emerging.At(location) is { } elsewhere ? this with { Emerging = elsewhere } : null;

    public override IReadOnlyList<string> NullNames(int window) =>
    [
        Untrained,
        .. new[] { Shuffled, Permuted }.Intersect(Emerging.NullNames(window)),
        .. ReadsOneValue ? [Final] : Array.Empty<string>(),
    ];

    public override IReadOnlyDictionary<string, Measured> Nulls(Examination replicate) => NullNames(replicate.Contexts.Tree.Depth).ToDictionary(name => name, name => name switch
    {
        Final => Emerging.Measure(replicate),
        Untrained when ReadsOneValue => Emerging.Nulls(replicate).TryGetValue(Untrained, out Measured? value) ? value : Measured.Undefined("not measured before training"),
        Untrained => Measured.Of(Statistic == EmergenceStatistic.FallRatio ? 1 : 0),
        _ => Of(replicate, name),
    });

    /// <summary>The whole course: loss and value by step.</summary>
    public override IReadOnlyDictionary<string, double> Details(Examination replicate)
    {
        Dictionary<string, double> details = [];
        IReadOnlyList<CheckpointPoint> points = Series(replicate)?.Points ?? [];
        for (int i = 0; i < points.Count; i++)
        {
            string where = i < points.Count - 1 ? FormattableString.Invariant($"at step {points[i].Step}") : "at the end";
            details[$"lossNats {where}"] = points[i].LossNats;
            if (points[i].Value.Value is { } value)
            {
                details[$"value {where}"] = value;
            }
        }
        return details;
    }

    private static void CheckFraction(Scope at, double fraction, IReadOnlyList<double> checkpoints)
    {
        if (fraction != 1 && !checkpoints.Contains(fraction))
        {
            at.Report(Problems.OutOfRange(
                FormattableString.Invariant($"The network is not kept at {fraction} of the training."),
                $"Use one of {string.Join(", ", checkpoints.Select(kept => FormattableString.Invariant($"{kept}")))} or 1, or add it to the training's checkpoints."));
        }
    }

    private CheckpointSeries? Series(Examination replicate) => replicate.Checkpoints?.GetValueOrDefault(Emerging);

    private Measured Of(Examination replicate, string? name) => Series(replicate) is not { } series
        ? Measured.Undefined("no checkpoints were examined")
        : Statistic switch
        {
            EmergenceStatistic.SpearmanWithLoss => series.SpearmanWithLoss(Emerging.HigherIsBetter, name),
            EmergenceStatistic.FallRatio => series.FallRatio(Early, Late, name),
            EmergenceStatistic.ValueAt => series.At(Late, name),
            _ => series.Minimum(name),
        };
}
