using Harness.Specs;

namespace Harness.Training;

/// <summary>How a network is trained.</summary>
/// <param name="Steps">The most optimiser steps.</param>
/// <param name="StopAtLossGapNats">Stops early once the exact mean loss over the trained contexts is this close to the optimum; null: never.</param>
internal sealed record TrainingRecipe(Optimizer Optimizer, int Steps, Schedule? Schedule = null, double? StopAtLossGapNats = null)
{
    /// <summary>Learning rate of a step counted from 0.</summary>
    public double LearningRate(int step) => Optimizer.LearningRate * (Schedule ?? new Constant()).Factor(step, Steps);

    public void Check(Scope at)
    {
        at["steps"].InRange(Steps, 1, 100_000_000);
        Optimizer.Check(at["optimizer"]);
        (Schedule ?? new Constant()).Check(at["schedule"], Steps);
        if (StopAtLossGapNats is { } gap)
        {
            at["stopAtLossGapNats"].Positive(gap);
        }
    }
}
