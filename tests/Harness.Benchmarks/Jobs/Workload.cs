using System.Runtime.InteropServices;
using System.Text.Json;
using Harness.Activations;
using Harness.Beliefs;
using Harness.Numerics;
using Harness.Processes;
using Harness.Torch;
using Harness.Training;

namespace Harness.Benchmarks.Jobs;

/// <summary>What all contenders are given: a process, the paper's network with initial weights, a recipe, and prepared batches.</summary>
internal sealed class Workload
{
    public const int Window = 10;
    private const int Batches = 32;

    private Workload(HiddenMarkovModel process, TrainingTask task)
    {
        Process = process;
        Task = task;
        Layout = Network.Layout(task.Tree);
        Initial = Layout.Draw(task.Seed.Stream("initialisation"));
        BatchSampler sampler = new(process, task.Seed.Stream("training-data"));
        Sequences = [.. Enumerable.Range(0, Batches).Select(batch => sampler.Draw(batch, task.Data.Batch, Window + 1))];
    }

    /// <summary>The transformer of the paper.</summary>
    public static Transformer Network { get; } = new(Layers: 4, Heads: 1, DModel: 64, DHead: 8, DMlp: 256);

    public HiddenMarkovModel Process { get; }

    public TrainingTask Task { get; }

    public TransformerLayout Layout { get; }

    /// <summary>The initial parameters, flat.</summary>
    public float[] Initial { get; }

    /// <summary>Prepared batches of sequences, row-major.</summary>
    public IReadOnlyList<ushort[]> Sequences { get; }

    public AdamW Optimizer => (AdamW)Task.Training.Optimizer;

    public string Name => $"{Process.Id}, {Task.Data.Batch} × {Window}";

    public static HiddenMarkovModel ProcessOf(string id) => id == Mess3.Process.Id ? Mess3.Process : Rrxor.Process;

    /// <summary>AdamW, cosine after a warm-up of 100 steps.</summary>
    public static Workload Of(HiddenMarkovModel process, int batch, int steps, double rate = 0.001, double decay = 0.01, int seed = 1, double? stopAtLossGapNats = null) => new(
        process,
        new TrainingTask(
            BeliefTree.Grow(process, Window),
            new DataRecipe(Window, Batch: batch),
            new TrainingRecipe(new AdamW(rate, WeightDecay: decay), steps, new Cosine(Warmup), stopAtLossGapNats),
            new Seed(seed)));

    public const int Warmup = 100;

    /// <summary>The initial weights by their names.</summary>
    public IReadOnlyList<NamedTensor> Tensors() =>
        [.. Layout.Parameters.Select(parameter => new NamedTensor(parameter.Name, parameter.Shape, [.. parameter.Indices().Select(index => Initial[index])]))];

    /// <summary>Writes weights, batches and recipe for a peer.</summary>
    public void Export(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "weights.safetensors"), Safetensors.Write(Tensors(), new Dictionary<string, string>()));
        File.WriteAllBytes(Path.Combine(folder, "tokens.bin"), [.. Sequences.SelectMany(sequences => MemoryMarshal.AsBytes(sequences.AsSpan()).ToArray())]);
        int states = Process.StateCount;
        File.WriteAllText(Path.Combine(folder, "setup.json"), JsonSerializer.Serialize(new
        {
            window = Window,
            batch = Task.Data.Batch,
            rate = Optimizer.LearningRate,
            decay = Optimizer.WeightDecay,
            warmup = Warmup,
            seed = 1,
            start = Process.Start.ToArray(),
            transitions = Enumerable.Range(0, Process.SymbolCount).Select(symbol => Process.TransitionMatrix(symbol).ToArray().Chunk(states).ToArray()).ToArray(),
        }));
    }
}
