using BenchmarkDotNet.Attributes;
using Harness.Measurements;

namespace Harness.Benchmarks.Kernels;

/// <summary>The null table of Mess3 over all contexts up to a length.</summary>
[MemoryDiagnoser]
public class NullCards
{
    [Params(6, 8, 10)]
    public int Window { get; set; }

    [Benchmark]
    public bool Of() => NullCard.Of(Mess3.Process, Window).Separates;
}
