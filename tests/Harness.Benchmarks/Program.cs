using BenchmarkDotNet.Running;
using System.Globalization;
using Harness.Benchmarks;
using Harness.Benchmarks.Jobs;
using Harness.Benchmarks.Kernels;

// trees [rounds]   the belief tree of Mess3 beside NumPy, in turn, one core each
// memory <depth>   one tree in this process, for "trees" to read its peak
// steps [rounds]   a training step beside PyTorch and plain TorchSharp modules
// kernels [...]    small pieces under BenchmarkDotNet; further arguments are its own
switch (args)
{
    case ["trees", .. var rest]:
        return TreeComparison.Run(Rounds(rest));
    case ["steps", .. var rest]:
        return TrainingSteps.Run(Rounds(rest));
    case ["memory", var depth]:
        return TreeComparison.Memory(int.Parse(depth, CultureInfo.InvariantCulture));
    case ["kernels", .. var rest]:
        BenchmarkSwitcher.FromTypes([typeof(ChildBlocks), typeof(NullCards)]).Run(rest.Length == 0 ? ["--filter", "*"] : rest);
        return 0;
    default:
        Console.Error.WriteLine("Usage: Harness.Benchmarks trees [rounds] | steps [rounds] | kernels [BenchmarkDotNet options]");
        return 5;
}

static int Rounds(string[] rest) => rest is [var rounds] ? int.Parse(rounds, CultureInfo.InvariantCulture) : 15;
