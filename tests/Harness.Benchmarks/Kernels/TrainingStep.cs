using BenchmarkDotNet.Attributes;
using Harness.Benchmarks.Jobs;

namespace Harness.Benchmarks.Kernels;

/// <summary>A training step of the paper's network on a prepared batch of sequences.</summary>
[MemoryDiagnoser]
public class TrainingStep : IDisposable
{
    private TreeContender? _contender;
    private int _step;

    [Params("mess3", "rrxor")]
    public string Process { get; set; } = "";

    [Params(64, 1024)]
    public int Batch { get; set; }

    [GlobalSetup]
    public void Setup() => _contender = new TreeContender(Workload.Of(Workload.ProcessOf(Process), Batch, steps: 1000));

    [GlobalCleanup]
    public void Dispose()
    {
        _contender?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public double Step() => _contender!.Steps(_step++, 1).Losses[0];
}
