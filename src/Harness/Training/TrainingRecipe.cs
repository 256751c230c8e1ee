using Harness.Specs;

namespace Harness.Training;

/// <summary>How a network is trained.</summary>
/// <param name="Steps">The most optimiser steps.</param>
/// <param name="StopAtLossGapNats">Stops early once the exact mean loss over the trained contexts is this close to the optimum; null: never.</param>
/// <param name="ClipGradientNorm">Gradients longer than this (Euclidean norm over all parameters) are shortened to it; null: never.</param>
internal sealed record TrainingRecipe(
    Optimizer Optimizer, int Steps, Schedule? Schedule = null, double? StopAtLossGapNats = null, double? ClipGradientNorm = null)
{
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
    }
}
