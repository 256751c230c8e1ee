using BenchmarkDotNet.Attributes;
using Harness.Numerics;

namespace Harness.Benchmarks.Kernels;

/// <summary>Float64 cross-products of 9,600 rows: one layer, and four layers side by side, each with a constant and a belief.</summary>
public class CrossProductRows
{
    private const int Rows = 50 * CrossProductKernel.BatchRows;
    private double[] _row = [];
    private double[] _sums = [];
    private CrossProductKernel _kernel = new(1);

    [Params(68, 260)]
    public int Columns { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        RandomStream random = new Seed(1).Stream("rows");
        _row = [.. Enumerable.Range(0, Columns).Select(_ => random.NextNormal())];
        _kernel = new CrossProductKernel(Columns);
        _sums = _kernel.NewMatrix();
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public double Add()
    {
        for (int row = 0; row < Rows; row++)
        {
            _kernel.Add(_row, 1e-6, _sums);
        }
        return _sums[0];
    }
}
