using BenchmarkDotNet.Running;
using Harness.Benchmarks;
using Harness.Benchmarks.Kernels;

// trees [rounds]   the belief tree of Mess3 beside NumPy, in turn, one core each
// memory <depth>   one tree in this process, for "trees" to read its peak
// kernels [...]    small pieces under BenchmarkDotNet; further arguments are its own
switch (args)
{
    case ["trees", .. var rest]:
        return TreeComparison.Run(rest is [var rounds] ? int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture) : 15);
    case ["memory", var depth]:
        return TreeComparison.Memory(int.Parse(depth, System.Globalization.CultureInfo.InvariantCulture));
    case ["kernels", .. var rest]:
        BenchmarkSwitcher.FromTypes([typeof(ChildBlocks), typeof(NullCards)]).Run(rest.Length == 0 ? ["--filter", "*"] : rest);
        return 0;
    default:
        Console.Error.WriteLine("Usage: Harness.Benchmarks trees [rounds] | kernels [BenchmarkDotNet options]");
        return 5;
}
