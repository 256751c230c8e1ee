namespace Harness.Training;

/// <summary>Keeps nothing: a training that is stopped begins anew.</summary>
internal sealed class NoCheckpoints : ICheckpoints
{
    public static NoCheckpoints Instance { get; } = new();

    public TrainingState? Latest() => null;

    public void Save(TrainingState state)
    {
    }
}
