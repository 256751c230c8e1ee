namespace Harness.Training;

/// <summary>What happened in a training.</summary>
/// <param name="Steps">Optimiser steps taken.</param>
/// <param name="DivergedAtStep">The step at which the loss stopped being finite; null if it never did.</param>
/// <param name="Curve">Mean sampled training loss, nats, over the steps since the point before; at most about a hundred points.</param>
internal sealed record TrainingRecord(int Steps, int? DivergedAtStep, IReadOnlyList<LossPoint> Curve);
