namespace Harness.Training;

/// <summary>All that a training needs to go on as if it had never stopped. The random streams are counter-based: the step is enough for them.</summary>
/// <param name="Step">Optimiser steps taken.</param>
/// <param name="Parameters">Flat, in the architecture's order.</param>
/// <param name="Optimizer">The optimiser's moments, one after the other.</param>
/// <param name="Curve">The loss curve so far.</param>
/// <param name="OpenLoss">The sum of the losses since the last point of the curve.</param>
/// <param name="OpenSteps">How many there are.</param>
/// <param name="Kept">The networks kept so far to be measured.</param>
internal sealed record TrainingState(
    int Step, float[] Parameters, float[] Optimizer, IReadOnlyList<LossPoint> Curve, double OpenLoss, int OpenSteps, IReadOnlyList<Checkpoint> Kept);
