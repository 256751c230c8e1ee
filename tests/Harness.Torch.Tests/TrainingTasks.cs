using Harness.Beliefs;
using Harness.Numerics;
using Harness.Processes;
using Harness.Training;

namespace Harness.Torch.Tests;

/// <summary>Small trainings for tests.</summary>
internal static class TrainingTasks
{
    public static readonly Transformer Tiny = new(Layers: 2, Heads: 2, DModel: 16, DHead: 4, DMlp: 32);

    public static TrainingTask Task(
        HiddenMarkovModel process, int window, int steps, int seed = 1, double rate = 0.01, DataMode mode = DataMode.Sampled, double? stopAt = null) =>
        new(BeliefTree.Grow(process, window),
            new DataRecipe(window, PredictMode.Next, mode, Batch: 16),
            new TrainingRecipe(new AdamW(rate, WeightDecay: 0), steps, new Cosine(Math.Min(20, steps / 2)), stopAt),
            new Seed(seed));

    public static TrainedParameters Train(LearnedArchitecture architecture, TrainingTask task) => architecture.Train(task, NoTrainingStates.Instance, new Silent(), CancellationToken.None);

    private sealed class Silent : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
        }
    }
}
