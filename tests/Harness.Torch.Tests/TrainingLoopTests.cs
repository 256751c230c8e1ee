using Harness.Activations;
using Harness.Beliefs;
using Harness.Numerics;
using Harness.Training;
using TorchSharp;

namespace Harness.Torch.Tests;

public sealed class TrainingLoopTests
{
    [Fact]
    public void Train_SameSeed_GivesTheSameBitsAlsoInParallel()
    {
        TrainingTask task = TrainingTasks.Task(KnownProcesses.Mess3(), 6, 60);
        TrainedParameters alone = TrainingTasks.Train(TrainingTasks.Tiny, task);
        TrainedParameters[] together = new TrainedParameters[3];
        Thread[] threads = [.. Enumerable.Range(0, 3).Select(i => new Thread(() => together[i] = TrainingTasks.Train(
            TrainingTasks.Tiny, i < 2 ? task : task with { Seed = new Seed(99) })))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(alone.Parameters, together[0].Parameters);
        Assert.Equal(alone.Parameters, together[1].Parameters);
        Assert.Equal(alone.Record.Curve, together[0].Record.Curve);
        Assert.NotEqual(alone.Parameters, together[2].Parameters);
    }

    [Theory]
    [InlineData("Sampled")]
    [InlineData("Exact")]
    public void Train_Z1R_ApproachesTheBestAttainableLoss(string mode)
    {
        TrainingTask task = TrainingTasks.Task(KnownProcesses.Z1R(), 5, 300, mode: Enum.Parse<DataMode>(mode));
        TrainedParameters trained = TrainingTasks.Train(TrainingTasks.Tiny, task);
        using INetwork network = TrainingTasks.Tiny.Load(task.Tree, task.Seed, trained.Parameters);
        ExactLoss loss = new(task.Tree, 5);
        network.Evaluate(task.Tree, [], loss, CancellationToken.None);
        Assert.InRange(loss.GapNats, 0, 0.02);
        Assert.Equal(300, trained.Record.Steps);
        Assert.Null(trained.Record.DivergedAtStep);
        Assert.Equal(100, trained.Record.Curve.Count);
        Assert.True(trained.Record.Curve[^1].LossNats < trained.Record.Curve[0].LossNats - 0.1);
    }

    [Fact]
    public void Train_WithCheckpoints_KeepsTheWayAndChangesNoBit()
    {
        TrainingTask plain = TrainingTasks.Task(KnownProcesses.Z1R(), 4, 40), kept = plain with { Training = plain.Training with { Checkpoints = [0, 0.05, 0.5, 1] } };
        TrainedParameters without = TrainingTasks.Train(TrainingTasks.Tiny, plain), with = TrainingTasks.Train(TrainingTasks.Tiny, kept);
        Assert.Equal(without.Parameters, with.Parameters);
        Assert.Equal(without.Record.Curve, with.Record.Curve);
        Assert.Empty(without.Checkpoints!);
        Assert.Equal([0, 2, 20], with.Checkpoints!.Select(checkpoint => checkpoint.Step));
        Assert.Equal(TrainingTasks.Tiny.Layout(plain.Tree).Draw(plain.Seed.Stream("initialisation")), with.Checkpoints![0].Parameters);
        // A constant rate: the first steps do not depend on how many follow.
        TrainingTask constant = kept with { Training = kept.Training with { Schedule = null } };
        TrainedParameters half = TrainingTasks.Train(TrainingTasks.Tiny, constant with { Training = constant.Training with { Steps = 20, Checkpoints = null } });
        Assert.Equal(half.Parameters, TrainingTasks.Train(TrainingTasks.Tiny, constant).Checkpoints![2].Parameters);
    }

    [Fact]
    public void Train_AbsurdLearningRate_RecordsTheDivergence()
    {
        Transformer bare = TrainingTasks.Tiny with { Normalization = Normalization.None };
        TrainingTask task = TrainingTasks.Task(KnownProcesses.Mess3(), 5, 200, rate: 1e12);
        TrainedParameters trained = TrainingTasks.Train(bare, task);
        Assert.NotNull(trained.Record.DivergedAtStep);
        Assert.InRange(trained.Record.DivergedAtStep.Value, 1, 20);
        Assert.Equal(trained.Record.DivergedAtStep, trained.Record.Steps);
        Assert.All(trained.Record.Curve, point => Assert.True(double.IsFinite(point.LossNats)));
    }

    [Fact]
    public void Train_LossGapReached_StopsThere()
    {
        TrainingTask task = TrainingTasks.Task(KnownProcesses.Z1R(), 4, 1000, mode: DataMode.Exact, stopAt: 0.05);
        TrainedParameters trained = TrainingTasks.Train(TrainingTasks.Tiny, task);
        Assert.InRange(trained.Record.Steps, 50, 950);
        Assert.Equal(0, trained.Record.Steps % 50);
        Assert.Equal(trained.Record.Steps, trained.Record.Curve[^1].Step);
    }

    [Fact]
    public void Train_Within_NeverTouchesTheLastPosition()
    {
        TrainingTask task = TrainingTasks.Task(KnownProcesses.Z1R(), 5, 20);
        task = task with { Data = task.Data with { Predict = PredictMode.Within } };
        TransformerLayout layout = TrainingTasks.Tiny.Layout(task.Tree);
        float[] before = layout.Draw(task.Seed.Stream("initialisation")), after = TrainingTasks.Train(TrainingTasks.Tiny, task).Parameters;
        int[] position = [.. layout.Parameters.Single(parameter => parameter.Name == "pos_embed.W_pos").Indices()];
        int d = layout.Architecture.DModel;
        Assert.Equal(position[^d..].Select(i => before[i]), position[^d..].Select(i => after[i]));
        Assert.All(position[..^d], i => Assert.NotEqual(before[i], after[i]));
    }

    [Fact]
    public void Train_Cancelled_ThrowsBetweenSteps()
    {
        using CancellationTokenSource source = new();
        TrainingTask task = TrainingTasks.Task(KnownProcesses.Z1R(), 4, 1000);
        CancelAt canceller = new(source, 15);
        Assert.Throws<OperationCanceledException>(() => TrainingTasks.Tiny.Train(task, NoTrainingStates.Instance, canceller, source.Token));
        Assert.Equal(15, canceller.Last);
    }

    [Theory]
    [InlineData("adamw")]
    [InlineData("sgd")]
    public void Train_InterruptedManyTimes_EndsWithTheSameBits(string optimizer)
    {
        TrainingTask task = TrainingTasks.Task(KnownProcesses.Mess3(), 5, 90);
        task = task with
        {
            Training = task.Training with
            {
                Optimizer = optimizer == "sgd" ? new Sgd(0.05, Momentum: 0.9) : task.Training.Optimizer,
                Schedule = new Plateau(Patience: 2, Threshold: 0.05),
                ClipGradientNorm = 0.5,
                Checkpoints = [0, 0.1, 0.5, 1],
            },
        };
        TrainedParameters whole = TrainingTasks.Train(TrainingTasks.Tiny, task), pieces = null!;
        KeptStates states = new();
        foreach (int stop in new[] { 1, 7, 8, 30, 61, 1000 })
        {
            using CancellationTokenSource source = new();
            try
            {
                pieces = TrainingTasks.Tiny.Train(task, states, new CancelAt(source, stop), source.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(stop, states.Latest()!.Step);
            }
        }
        Assert.Equal(whole.Parameters, pieces.Parameters);
        Assert.Equal(whole.Record.Curve, pieces.Record.Curve);
        Assert.Equal(whole.Record.Steps, pieces.Record.Steps);
        Assert.Equal([0, 9, 45], pieces.Checkpoints!.Select(kept => kept.Step));
        Assert.Equal(whole.Checkpoints!.Select(kept => kept.Parameters), pieces.Checkpoints!.Select(kept => kept.Parameters));
    }

    [Fact]
    public void Train_ToTheEnd_LeavesStatesOnTheWay()
    {
        KeptStates states = new();
        TrainingTasks.Tiny.Train(TrainingTasks.Task(KnownProcesses.Z1R(), 4, 100), states, new CancelAt(new CancellationTokenSource(), 1000), CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, 19).Select(i => 5 * i), states.Steps);
    }

    [Fact]
    public void Learn_ManySteps_LeavesNoTensorBehind()
    {
        NativeRuntime.Enter();
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Mess3(), 5);
        TransformerLayout layout = TrainingTasks.Tiny.Layout(tree);
        using TransformerWeights weights = new(layout, layout.Draw(new Seed(1).Stream("initialisation")), learns: true);
        PrefixBatch batch = PrefixBatch.Whole(tree, 5)[0];
        weights.Learn(batch);
        // A tensor that nobody disposes would be collected in the end, but it would show as living on this thread now.
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (int step = 0; step < 200; step++)
        {
            weights.Learn(batch);
        }
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        TreeEvaluation.Run(weights, tree, ["ln_final"], new Recorder(["ln_final"], 3), CancellationToken.None);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }
}
