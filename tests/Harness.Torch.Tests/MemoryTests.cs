using Harness.Training;
using TorchSharp;

namespace Harness.Torch.Tests;

/// <summary>A training holds as many native tensors after ten thousand steps as after a few.</summary>
public sealed class MemoryTests
{
    private const int Reports = 200;

    public static TheoryData<string> Names => Architectures.Names;

    [Theory]
    [InlineData("Sampled")]
    [InlineData("Exact")]
    public void Train_TenThousandSteps_KeepsTheNumberOfTensors(string mode) =>
        Assert.Single(Living(new Transformer(1, 1, 4, 2, 4), TrainingTasks.Task(KnownProcesses.Z1R(), 3, 10_000, mode: Enum.Parse<DataMode>(mode))));

    [Theory, MemberData(nameof(Names))]
    public void Train_EveryArchitecture_KeepsTheNumberOfTensors(string name)
    {
        TrainingTask task = TrainingTasks.Task(KnownProcesses.Mess3(), 4, 400);
        // With everything that a step can do: clipping, and the exact loss that may end it.
        Assert.Single(Living(Architectures.Small[name], task with { Training = task.Training with { ClipGradientNorm = 1, StopAtLossGapNats = 1e-9 } }));
    }

    // How many tensors lived at the reports of a training, each number once. One that nobody disposes is collected in the end, but lives until then.
    private static long[] Living(LearnedArchitecture architecture, TrainingTask task)
    {
        NativeRuntime.Enter();
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Counted counted = new();
        architecture.Train(task, NoTrainingStates.Instance, counted, CancellationToken.None);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        Assert.Equal(Reports, counted.Living.Count);
        return [.. counted.Living.Distinct()];
    }

    private sealed class Counted : IProgress<TrainingProgress>
    {
        public List<long> Living { get; } = [];

        public void Report(TrainingProgress value) => Living.Add(DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }
}
