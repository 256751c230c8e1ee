using Harness.Activations;
using Harness.Beliefs;
using Harness.Numerics;
using Harness.Processes;
using Harness.Specs;
using Harness.Training;
using TorchSharp;

namespace Harness.Torch.Tests;

/// <summary>What every architecture promises.</summary>
public sealed class LearnedArchitectureTests
{
    public static TheoryData<string> Names => Architectures.Names;

    [Fact]
    public void Architectures_OfTheAssembly_AreAllTriedHere() => Assert.Equal(
        new SpecFormat(typeof(Transformer).Assembly).KindsOf(typeof(LearnedArchitecture)).Select(kind => kind.Value).ToHashSet(),
        Architectures.Small.Values.Select(architecture => architecture.GetType()).ToHashSet());

    [Theory, MemberData(nameof(Names))]
    public void Learn_Gradient_MatchesFiniteDifferences(string name)
    {
        NativeRuntime.Enter();
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Rrxor(), 5);
        using NetworkWeights weights = Weights(name, tree);
        PrefixBatch batch = PrefixBatch.Whole(tree, 5)[0];
        weights.Learn(batch);
        float[] gradient = weights.Gradient.ToArray(), values = weights.Values.ToArray();
        const float step = 5e-3f;
        for (int i = 0; i < values.Length; i += 1 + (i % 3))
        {
            weights.Values[i] = values[i] + step;
            double above = weights.Learn(batch);
            weights.Values[i] = values[i] - step;
            double below = weights.Learn(batch);
            weights.Values[i] = values[i];
            Assert.Equal((above - below) / (2 * step), gradient[i], 1e-3);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Learn_MergedBatch_GivesTheGradientOfItsSequencesOneByOne(string name)
    {
        NativeRuntime.Enter();
        const int length = 5, rows = 24;
        HiddenMarkovModel process = KnownProcesses.Mess3();
        BeliefTree tree = BeliefTree.Grow(process, length);
        using NetworkWeights merged = Weights(name, tree), single = Weights(name, tree);
        ushort[] sequences = new BatchSampler(process, new Seed(3).Stream("data")).Draw(0, rows, length + 1);
        double loss = merged.Learn(PrefixBatch.Merge(sequences, length, process.SymbolCount)), sum = 0;
        // A sequence alone has no equal prefixes: nothing is merged.
        for (int row = 0; row < rows; row++)
        {
            sum += single.Learn(PrefixBatch.Merge(sequences.AsSpan(row * (length + 1), length + 1), length, process.SymbolCount));
        }
        Assert.Equal(sum / rows, loss, 1e-5);
        double largest = single.Gradient.ToArray().Max(Math.Abs) / rows;
        Assert.True(largest > 1e-3);
        for (int i = 0; i < merged.Gradient.Length; i++)
        {
            Assert.Equal(single.Gradient[i] / rows, merged.Gradient[i], 3e-5 * largest);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Learn_Prediction_IsTheOneOfTheEvaluation(string name)
    {
        NativeRuntime.Enter();
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Rrxor(), 6);
        using NetworkWeights weights = Weights(name, tree);
        double loss = weights.Learn(PrefixBatch.Whole(tree, 6)[0]);
        ExactLoss exact = new(tree, 6);
        TreeEvaluation.Run(weights, tree, [], exact, CancellationToken.None);
        double optimum = MyopicEntropy.OptimalLossNats(MyopicEntropy.Nats(tree), 1, 6);
        Assert.Equal(loss, optimum + exact.GapNats, 1e-5);
    }

    [Theory, MemberData(nameof(Names))]
    public void Evaluate_LaterTokens_NeverChangeEarlierActivations(string name)
    {
        LearnedArchitecture architecture = Architectures.Small[name] is Transformer transformer ? transformer with { Context = 7 } : Architectures.Small[name];
        BeliefTree shallow = BeliefTree.Grow(KnownProcesses.Rrxor(), 4), deep = BeliefTree.Grow(KnownProcesses.Rrxor(), 7);
        using INetwork network = architecture.Initialise(deep, new Seed(2));
        Recorder few = new(architecture.Hooks, 2), many = new(architecture.Hooks, 2);
        network.Evaluate(shallow, architecture.Hooks, few, CancellationToken.None);
        network.Evaluate(deep, architecture.Hooks, many, CancellationToken.None);
        foreach (string hook in architecture.Hooks)
        {
            Assert.Equal(few.Rows[hook].SelectMany(row => row), many.Rows[hook].Take(shallow.Count - 1).SelectMany(row => row));
            Assert.All(many.Rows[hook], row => Assert.Equal(architecture.Width(hook), row.Length));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Evaluate_EarlierTokens_ReachTheLastPrediction(string name)
    {
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Mess3(), 4);
        using INetwork network = Architectures.Small[name].Initialise(tree, new Seed(2));
        Recorder seen = new([], 3);
        network.Evaluate(tree, [], seen, CancellationToken.None);
        float[] Law(params int[] word) => seen.Rows["law"][Enumerable.Range(1, tree.Count - 1).Single(node => tree.Word(node).SequenceEqual(word)) - 1];
        Assert.NotEqual(Law(0, 1, 2, 2), Law(1, 1, 2, 2));
        Assert.NotEqual(Law(0, 1, 2, 2), Law(1, 0, 2, 2));
    }

    [Theory, MemberData(nameof(Names))]
    public void Train_SameSeed_GivesTheSameBitsAlsoInParallel(string name)
    {
        TrainingTask task = TrainingTasks.Task(KnownProcesses.Mess3(), 5, 30);
        TrainedParameters alone = TrainingTasks.Train(Architectures.Small[name], task);
        TrainedParameters[] together = new TrainedParameters[3];
        Thread[] threads = [.. Enumerable.Range(0, 3).Select(i => new Thread(() => together[i] = TrainingTasks.Train(
            Architectures.Small[name], i < 2 ? task : task with { Seed = new Seed(99) })))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(alone.Parameters, together[0].Parameters);
        Assert.Equal(alone.Parameters, together[1].Parameters);
        Assert.NotEqual(alone.Parameters, together[2].Parameters);
    }

    [Theory, MemberData(nameof(Names))]
    public void Train_Interrupted_EndsWithTheSameBits(string name)
    {
        TrainingTask task = TrainingTasks.Task(KnownProcesses.Mess3(), 5, 40);
        TrainedParameters whole = TrainingTasks.Train(Architectures.Small[name], task), pieces = null!;
        KeptStates states = new();
        foreach (int stop in new[] { 3, 21, 1000 })
        {
            using CancellationTokenSource source = new();
            try
            {
                pieces = Architectures.Small[name].Train(task, states, new CancelAt(source, stop), source.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Equal(stop, states.Latest()!.Step);
            }
        }
        Assert.Equal(whole.Parameters, pieces.Parameters);
        Assert.Equal(whole.Record.Curve, pieces.Record.Curve);
    }

    [Theory, MemberData(nameof(Names))]
    public void Tensors_OfANetwork_AreItsParametersByNameAndShape(string name)
    {
        LearnedArchitecture architecture = Architectures.Small[name];
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Z1R(), 4);
        float[] values = [.. Enumerable.Range(0, architecture.Table(tree).Count).Select(i => (float)i)];
        IReadOnlyList<NamedTensor> tensors = architecture.Tensors(tree, values);
        Assert.Equal(architecture.ParameterShapes(tree).Select(parameter => parameter.Name), tensors.Select(tensor => tensor.Name));
        Assert.All(tensors.Zip(architecture.ParameterShapes(tree)), pair => Assert.Equal(pair.Second.Shape, pair.First.Shape));
        Assert.All(tensors, tensor => Assert.Equal(NamedTensor.CountOf(tensor.Shape), tensor.Values.Length));
        Assert.Equal(values, architecture.Flat(tree, [.. tensors.Reverse()]));
    }

    [Theory, MemberData(nameof(Names))]
    public void Train_Z1R_ApproachesTheBestAttainableLoss(string name)
    {
        TrainingTask task = TrainingTasks.Task(KnownProcesses.Z1R(), 5, 300);
        TrainedParameters trained = TrainingTasks.Train(Architectures.Small[name], task);
        using INetwork network = Architectures.Small[name].Load(task.Tree, task.Seed, trained.Parameters);
        ExactLoss loss = new(task.Tree, 5);
        network.Evaluate(task.Tree, [], loss, CancellationToken.None);
        Assert.InRange(loss.GapNats, 0, 0.03);
    }

    [Theory, MemberData(nameof(Names))]
    public void Learn_ManySteps_LeavesNoTensorBehind(string name)
    {
        NativeRuntime.Enter();
        BeliefTree tree = BeliefTree.Grow(KnownProcesses.Z1R(), 5);
        using NetworkWeights weights = Weights(name, tree);
        PrefixBatch batch = PrefixBatch.Whole(tree, 5)[0];
        weights.Learn(batch);
        long before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        for (int step = 0; step < 20; step++)
        {
            weights.Learn(batch);
        }
        TreeEvaluation.Run(weights, tree, weights.Hooks, new Recorder(weights.Hooks, 2), CancellationToken.None);
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Theory, MemberData(nameof(Names))]
    public void Table_AllParameters_FillTheFlatBufferExactlyOnce(string name)
    {
        ParameterTable table = Architectures.Small[name].Table(BeliefTree.Grow(KnownProcesses.Z1R(), 4));
        Assert.Equal(Enumerable.Range(0, table.Count), table.Parameters.SelectMany(parameter => parameter.Indices()).Order());
        Assert.Equal(table.Parameters.Count, table.Parameters.Select(parameter => parameter.Name).Distinct().Count());
    }

    // Biases and gains away from 0 and 1, so that every one of them matters.
    private static NetworkWeights Weights(string name, BeliefTree tree)
    {
        RandomStream noise = new Seed(7).Stream("perturbation");
        float[] values = [.. Architectures.Small[name].Table(tree).Draw(new Seed(7).Stream("initialisation")).Select(value => value + (float)(0.1 * noise.NextNormal()))];
        return Architectures.Small[name].Weights(tree, values, learns: true);
    }
}
