using System.Globalization;
using BenchmarkDotNet.Running;
using Harness.Benchmarks;
using Harness.Benchmarks.Jobs;
using Harness.Benchmarks.Kernels;

// trees [rounds]   the belief tree of Mess3 beside NumPy, in turn, one core each
// memory <depth>   one tree in this process, for "trees" to read its peak
// steps [rounds]   a training step beside PyTorch and plain TorchSharp modules
// evaluation [r]   exact evaluation of Mess3 beside all rows and one least squares
// replicate P B R N [rounds]   a settled replicate of process P (mess3 or rrxor): batch B, learning rate R, at most N steps
// throughput [r]   eight replicates, one and two at a time
// limit [rounds]   a training step beside its matrix products alone
// train P B N      N steps of process P with batch B and nothing else, for a profiler
// kernels [...]    small pieces under BenchmarkDotNet; further arguments are its own
switch (args)
{
    case ["trees", .. var rest]:
        return TreeComparison.Run(Rounds(rest));
    case ["steps", .. var rest]:
        return TrainingSteps.Run(Rounds(rest));
    case ["evaluation", .. var rest]:
        return ExactEvaluations.Run(Rounds(rest));
    case ["evaluation-memory"]:
        return ExactEvaluations.Memory();
    case ["replicate", var process, var batch, var rate, var steps, .. var rest]:
        return SettledReplicates.Run(Rounds(rest), process, Number(batch), double.Parse(rate, CultureInfo.InvariantCulture), Number(steps));
    case ["throughput", .. var rest]:
        return Throughput.Run(Rounds(rest));
    case ["limit", .. var rest]:
        return MatrixProducts.Run(Rounds(rest));
    case ["train", var process, var batch, var steps]:
        return TrainingSteps.Train(process, Number(batch), Number(steps));
    case ["memory", var depth]:
        return TreeComparison.Memory(Number(depth));
    case ["kernels", .. var rest]:
        // In this process: the native library is made ready for it only by this project's own build.
        BenchmarkSwitcher.FromTypes([typeof(ChildBlocks), typeof(NullCards), typeof(CrossProductRows), typeof(TrainingStep), typeof(Evaluation)])
            .Run([.. rest.Length == 0 ? ["--filter", "*"] : rest, "--inProcess"]);
        return 0;
    default:
        Console.Error.WriteLine("Usage: Harness.Benchmarks trees [rounds] | steps [rounds] | evaluation [rounds] | replicate PROCESS BATCH RATE STEPS [rounds] | throughput [rounds] | limit [rounds] | train PROCESS BATCH STEPS | kernels [BenchmarkDotNet options]");
        return 5;
}

static int Rounds(string[] rest) => rest is [var rounds] ? Number(rounds) : 15;

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
