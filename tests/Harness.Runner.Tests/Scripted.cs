using Harness.Activations;
using Harness.Beliefs;
using Harness.Numerics;
using Harness.Specs;
using Harness.Training;

namespace Harness.Runner.Tests;

/// <summary>A network whose training is what a test says; otherwise planted truth.</summary>
internal sealed record Scripted(Action<TrainingTask, CancellationToken> Training) : Architecture
{
    private static readonly Planted s_planted = new(DModel: 4);

    public override IReadOnlyList<string> Hooks => s_planted.Hooks;

    public override int Width(string hook) => s_planted.Width(hook);

    public override void Check(Scope at, int window)
    {
    }

    public override INetwork Initialise(BeliefTree tree, Seed seed) => s_planted.Initialise(tree, seed);

    public override INetwork Load(BeliefTree tree, Seed seed, ReadOnlySpan<float> parameters) => s_planted.Load(tree, seed, parameters);

    public override TrainedParameters Train(TrainingTask task, ITrainingStates states, IProgress<TrainingProgress> progress, CancellationToken cancellation)
    {
        Training(task, cancellation);
        return new TrainedParameters([], new TrainingRecord(1, null, []));
    }
}
