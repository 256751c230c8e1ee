using Harness.Specs;

namespace Harness.Training;

/// <summary>How a network is trained.</summary>
/// <param name="Steps">The most optimiser steps.</param>
/// <param name="StopAtLossGapNats">Stops early once the exact mean loss over the trained contexts is this close to the optimum; null: never.</param>
/// <param name="Checkpoints">Fractions of <paramref name="Steps"/>, rising, at which the network is kept to be measured; the final network always is.</param>
/// <param name="ClipGradientNorm">Gradients longer than this (Euclidean norm over all parameters) are shortened to it; null: never.</param>
internal sealed record TrainingRecipe(
    Optimizer Optimizer,
    int Steps,
    Schedule? Schedule = null,
    double? StopAtLossGapNats = null,
    IReadOnlyList<double>? Checkpoints = null,
    double? ClipGradientNorm = null)
{
    private const int MostCheckpoints = 100;

    /// <summary>The steps before the last at which the network is kept.</summary>
    public IReadOnlyList<int> CheckpointSteps => [.. (Checkpoints ?? []).Select(StepOf).Where(step => step < Steps)];

    /// <summary>The number of steps that a fraction of the training stands for.</summary>
    public int StepOf(double fraction) => (int)Math.Round(fraction * Steps);

    /// <summary>Learning rate of a step counted from 0.</summary>
    /// <param name="curve">The training loss so far.</param>
    public double LearningRate(int step, IReadOnlyList<LossPoint> curve) => Optimizer.LearningRate * (Schedule ?? new Constant()).Factor(step, Steps, curve);

    public void Check(Scope at)
    {
        at["steps"].InRange(Steps, 1, 100_000_000);
        Optimizer.Check(at["optimizer"]);
        (Schedule ?? new Constant()).Check(at["schedule"], Steps);
        if (StopAtLossGapNats is { } gap)
        {
            at["stopAtLossGapNats"].Positive(gap);
        }
        if (ClipGradientNorm is { } norm)
        {
            at["clipGradientNorm"].Positive(norm);
        }
        CheckCheckpoints(at["checkpoints"]);
    }

    private void CheckCheckpoints(Scope at)
    {
        if (Checkpoints is not { } fractions)
        {
            return;
        }
        if (fractions.Count is 0 or > MostCheckpoints)
        {
            at.Report(Problems.OutOfRange(
                FormattableString.Invariant($"There are {fractions.Count} checkpoints; between 1 and {MostCheckpoints} can be kept."), "List fractions of the training such as [0, 0.01, 0.1, 0.5], or leave 'checkpoints' out."));
        }
        for (int i = 0; i < fractions.Count; i++)
        {
            at[i].InRange(fractions[i], 0, 1);
            if (i > 0 && !(StepOf(fractions[i]) > StepOf(fractions[i - 1])))
            {
                at[i].Report(Problems.Inconsistent(
                    FormattableString.Invariant($"Checkpoint {fractions[i]} is step {StepOf(fractions[i])} of {Steps}, which is not after step {StepOf(fractions[i - 1])} of the one before it."),
                    "List rising fractions that are at least one step apart."));
            }
        }
    }
}
