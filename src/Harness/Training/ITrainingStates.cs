namespace Harness.Training;

/// <summary>Where a training leaves its state from time to time, and finds it again.</summary>
internal interface ITrainingStates
{
    /// <summary>The newest sound state; null when there is none.</summary>
    TrainingState? Latest();

    void Save(TrainingState state);
}
