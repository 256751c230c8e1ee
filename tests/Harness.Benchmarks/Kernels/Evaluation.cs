using BenchmarkDotNet.Attributes;
using Harness.Benchmarks.Jobs;

namespace Harness.Benchmarks.Kernels;

/// <summary>Every context of Mess3 to length 10 through the paper's network, probed at four layers and their concatenation over five folds.</summary>
[MemoryDiagnoser]
public class Evaluation
{
    private readonly ExactEvaluations _evaluations = new();

    [Benchmark]
    public double Probe() => _evaluations.Evaluate().Loss.GapNats;
}
