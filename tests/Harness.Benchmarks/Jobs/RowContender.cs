using Harness.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Harness.Benchmarks.Jobs;

/// <summary>TorchSharp as one would write it: modules, whole rows, the library's own optimiser.</summary>
internal sealed class RowContender : Contender
{
    private readonly RowTransformer _model;
    private readonly optim.Optimizer _optimizer;
    private readonly Tensor[] _batches;

    public RowContender(Workload workload)
    {
        NativeRuntime.Enter();
        Harness.Torch.Transformer network = Workload.Network;
        _model = new RowTransformer(workload.Process.SymbolCount, Workload.Window, network.DModel, network.Layers, network.DHead, network.DMlp);
        _model.Take(workload.Tensors());
        _optimizer = optim.AdamW(_model.parameters(), workload.Optimizer.LearningRate, weight_decay: workload.Optimizer.WeightDecay);
        _batches = [.. workload.Sequences.Select(sequences => tensor(sequences.Select(token => (long)token).ToArray()).view(-1, Workload.Window + 1))];
    }

    public override string Name => "TorchSharp modules";

    public override (RunTime Time, IReadOnlyList<double> Losses) Steps(int first, int count)
    {
        double[] losses = new double[count];
        RunTime time = RunTime.Of(() =>
        {
            for (int step = 0; step < count; step++)
            {
                losses[step] = Step(_batches[(first + step) % _batches.Length]);
            }
        });
        return (time, losses);
    }

    public override void Dispose()
    {
        _optimizer.Dispose();
        _model.Dispose();
        Array.ForEach(_batches, batch => batch.Dispose());
    }

    private float Step(Tensor rows)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logits = _model.forward(rows.narrow(1, 0, Workload.Window));   // [R, T, V]
        Tensor loss = nn.functional.cross_entropy(logits.reshape(-1, logits.shape[^1]), rows.narrow(1, 1, Workload.Window).reshape(-1));
        _optimizer.zero_grad();
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }
}
