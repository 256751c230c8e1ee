using Harness.Training;
using MathNet.Numerics.Statistics;

namespace Harness.Measurements;

/// <summary>A measurement over the checkpoints of one training, the final network last.</summary>
/// <param name="Recipe">Says which step a fraction is.</param>
/// <param name="Points">In the order of steps.</param>
internal sealed record CheckpointSeries(TrainingRecipe Recipe, IReadOnlyList<CheckpointPoint> Points)
{
    /// <summary>Spearman's rank correlation of the loss with the measurement or, where more is better, with its negative; ties share their mean rank.</summary>
    /// <param name="name">A null instead of the measurement.</param>
    public Measured SpearmanWithLoss(bool higherIsBetter, string? name)
    {
        if (FirstUndefined(name) is { } undefined)
        {
            return undefined;
        }
        double[] loss = [.. Points.Select(point => point.LossNats)];
        double[] values = [.. Points.Select(point => (higherIsBetter ? -1 : 1) * point.Of(name).Value!.Value)];
        return loss.Distinct().Count() < 2 || values.Distinct().Count() < 2
            ? Measured.Undefined("nothing changes over the checkpoints, so nothing is associated")
            : Measured.Of(Correlation.Spearman(loss, values));
    }

    /// <summary>The value at a fraction of the training; 1 is its end, wherever it stopped, and null the first checkpoint.</summary>
    public Measured At(double? fraction, string? name)
    {
        if (fraction is not { } given || given == 1)
        {
            return Named(fraction is null ? Points[0] : Points[^1], name);
        }
        int step = Recipe.StepOf(given);
        return Points.FirstOrDefault(point => point.Step == step) is { } found
            ? Named(found, name)
            : Measured.Undefined(FormattableString.Invariant($"there is no checkpoint at step {step}: training stopped at step {Points[^1].Step}"));
    }

    /// <summary>The value early over the value late.</summary>
    public Measured FallRatio(double? early, double late, string? name)
    {
        Measured first = At(early, name), last = At(late, name);
        return first.Value is null ? first : last.Value is null ? last : Measured.Of(first.Value.Value / last.Value.Value);
    }

    /// <summary>The least value over all points.</summary>
    public Measured Minimum(string? name) => FirstUndefined(name) ?? Measured.Of(Points.Min(point => point.Of(name).Value!.Value));

    private Measured? FirstUndefined(string? name) => Points.Select(point => Named(point, name)).FirstOrDefault(value => value.Value is null);

    private static Measured Named(CheckpointPoint point, string? name) => point.Of(name) is { Value: null } undefined
        ? Measured.Undefined(FormattableString.Invariant($"at step {point.Step}: {undefined.Why}"))
        : point.Of(name);
}
