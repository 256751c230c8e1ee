namespace Harness.Training;

/// <summary>Keeps nothing: a training that is stopped begins anew.</summary>
internal sealed class NoTrainingStates : ITrainingStates
{
    public static NoTrainingStates Instance { get; } = new();

    public TrainingState? Latest() => null;

    public void Save(TrainingState state)
    {
    }
}
