namespace Harness.Training;

/// <summary>The result of one training.</summary>
/// <param name="Parameters">Flat, in the architecture's order.</param>
internal sealed record TrainedParameters(float[] Parameters, TrainingRecord Record);
