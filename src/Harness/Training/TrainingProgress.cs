namespace Harness.Training;

/// <summary>How far a training is; reported at most a few times a second.</summary>
internal readonly record struct TrainingProgress(int Step, int Steps, double LossNats);
