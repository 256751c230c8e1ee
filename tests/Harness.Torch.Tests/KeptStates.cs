using Harness.Training;

namespace Harness.Torch.Tests;

/// <summary>Keeps a training's states in memory.</summary>
internal sealed class KeptStates : ITrainingStates
{
    private TrainingState? _latest;

    /// <summary>The steps at which a state was saved.</summary>
    public List<int> Steps { get; } = [];

    public TrainingState? Latest() => _latest;

    public void Save(TrainingState state)
    {
        _latest = state;
        Steps.Add(state.Step);
    }
}
