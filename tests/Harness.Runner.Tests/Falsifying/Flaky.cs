using Harness.Activations;
using Harness.Beliefs;
using Harness.Numerics;
using Harness.Specs;
using Harness.Training;

namespace Harness.Runner.Tests.Falsifying;

/// <summary>Planted truth, but for the networks that a test lets fail: they hold nothing but noise.</summary>
internal sealed record Flaky(Func<bool> Fails) : Architecture
{
    private static readonly Planted s_planted = new(DModel: 8), s_noise = new(DModel: 8, Noise: 100);

    public override IReadOnlyList<string> Hooks => s_planted.Hooks;

    public override bool Learns => false;

    public override int Width(string hook) => s_planted.Width(hook);

    public override void Check(Scope at, int window)
    {
    }

    public override INetwork Initialise(BeliefTree tree, Seed seed) => s_planted.Initialise(tree, seed);

    public override INetwork Load(BeliefTree tree, Seed seed, ReadOnlySpan<float> parameters) => (Fails() ? s_noise : s_planted).Load(tree, seed, parameters);

    public override TrainedParameters Train(TrainingTask task, ITrainingStates checkpoints, IProgress<TrainingProgress> progress, CancellationToken cancellation) =>
        new([], new TrainingRecord(0, null, []));
}
