using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Harness.Torch;

namespace Harness.Benchmarks.Jobs;

/// <summary>Harness itself: equal prefixes merged, one fused update.</summary>
internal sealed class TreeContender : Contender
{
    private readonly Workload _workload;
    private readonly TransformerWeights _weights;
    private readonly ParameterUpdate _update;

    public TreeContender(Workload workload)
    {
        NativeRuntime.Enter();
        _workload = workload;
        _weights = new TransformerWeights(workload.Layout, workload.Initial, learns: true);
        _update = ParameterUpdate.For(workload.Optimizer, workload.Layout.Count);
    }

    public override string Name => "Harness";

    public override (RunTime Time, IReadOnlyList<double> Losses) Steps(int first, int count)
    {
        double[] losses = new double[count];
        RunTime time = RunTime.Of(() =>
        {
            for (int step = 0; step < count; step++)
            {
                _weights.Gradient.Clear();
                losses[step] = _weights.Learn(Batch(first + step));
                _update.Apply(_weights.Values, _weights.Gradient, _workload.Optimizer.LearningRate);
            }
        });
        return (time, losses);
    }

    /// <summary>SHA-256 of all parameters: the same training must end with the same.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(_weights.Values)))[..16];

    public override void Dispose() => _weights.Dispose();

    private PrefixBatch Batch(int step) =>
        PrefixBatch.Merge(_workload.Sequences[step % _workload.Sequences.Count], Workload.Window, _workload.Process.SymbolCount);
}
