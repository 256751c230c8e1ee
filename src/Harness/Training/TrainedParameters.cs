namespace Harness.Training;

/// <summary>The result of one training.</summary>
/// <param name="Parameters">Flat, in the architecture's order.</param>
/// <param name="Checkpoints">What the recipe asked to keep of the way there, in the order of steps; the final parameters are not repeated.</param>
internal sealed record TrainedParameters(float[] Parameters, TrainingRecord Record, IReadOnlyList<Checkpoint>? Checkpoints = null);
