using BenchmarkDotNet.Attributes;
using Harness.Beliefs;

namespace Harness.Benchmarks.Kernels;

/// <summary>One level of a belief tree: the children of all nine-token contexts of Mess3, by the dense kernel and by the filter.</summary>
[MemoryDiagnoser]
public class ChildBlocks
{
    private readonly BeliefTree _tree = BeliefTree.Grow(Mess3.Process, 10);
    private readonly ChildBlock _dense = new DenseChildBlock(Mess3.Process);
    private readonly ChildBlock _filtered = new FilteredChildBlock(Mess3.Process);
    private double[] _beliefs = [];

    [GlobalSetup]
    public void Setup() => _beliefs = [.. Enumerable.Range(0, _tree.Count).SelectMany(node => _tree.Belief(node).ToArray())];

    [Benchmark(Baseline = true)]
    public int Filtered() => Level(_filtered);

    [Benchmark]
    public int Dense() => Level(_dense);

    private int Level(ChildBlock block)
    {
        int child = _tree.LevelStart[10];
        for (int parent = _tree.LevelStart[9], next; parent < _tree.LevelStart[10]; parent = next)
        {
            next = Math.Min(_tree.LevelStart[10], parent + block.Capacity);
            int children = block.Expand(_beliefs.AsSpan(3 * parent, 3 * (next - parent)));
            block.Write(parent, child, _tree.Parents, _tree.Symbols, _tree.Probabilities, _beliefs);
            child += children;
        }
        return child;
    }
}
