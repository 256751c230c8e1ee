using System.Diagnostics;
using System.Globalization;
using Harness.Beliefs;
using Harness.Benchmarks.Jobs;

namespace Harness.Benchmarks;

/// <summary>The belief tree of Mess3(0.05, 0.85) beside NumPy: A B A B …, so that whatever else the machine does meets both.</summary>
/// <remarks>Processor time, user and system, is what one core needs, also on a machine that does other things; the clock is shown beside it.</remarks>
internal static class TreeComparison
{
    private const int Shallowest = 9;
    private const int Deepest = 13;
    private static readonly string[] s_variants = ["einsum", "matmul", "tuned"];

    /// <summary>Prints the table of the README.</summary>
    public static int Run(int rounds)
    {
        NumPy[] rivals = [.. s_variants.Select(variant => new NumPy(variant))];
        Console.WriteLine($"| depth | contexts | Harness, ms (clock) | ns per context | {string.Join(" | ", s_variants.Select(variant => $"NumPy {variant}, ms (clock) | ratio (clock)"))} |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        for (int depth = Shallowest; depth <= Deepest; depth++)
        {
            Row(depth, rounds, rivals);
        }
        foreach (NumPy rival in rivals)
        {
            rival.Dispose();
        }
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Peak memory at depth {Deepest}, bytes per context: Harness {OwnPeakPerContext():F0}; ")
            + string.Join("; ", s_variants.Select(variant => string.Create(CultureInfo.InvariantCulture, $"NumPy {variant} {NumPy.PeakPerContext(variant, Deepest):F0}"))) + ".");
        return 0;
    }

    /// <summary>Grows one tree in this process and prints contexts, peak and what was resident before.</summary>
    public static int Memory(int depth)
    {
        BeliefTree.Grow(Mess3.Process, 2);
        long before = ProcessMemory.Peak();
        BeliefTree tree = BeliefTree.Grow(Mess3.Process, depth);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tree.Count} {ProcessMemory.Peak()} {before}"));
        return 0;
    }

    private static void Row(int depth, int rounds, NumPy[] rivals)
    {
        // Once unmeasured: compilation on one side, first use of memory on the other.
        (double _, double _, int contexts, double checksum) = Own(depth);
        foreach (NumPy rival in rivals)
        {
            (double _, double _, int theirs, double sum) = rival.Grow(depth);
            if (theirs != contexts || Math.Abs(sum - checksum) > 1e-12)
            {
                throw new InvalidOperationException($"The two sides disagree at depth {depth}.");
            }
        }
        List<(double Processor, double Clock)> own = [];
        List<(double Processor, double Clock)>[] others = [.. rivals.Select(_ => new List<(double, double)>())], ratios = [.. rivals.Select(_ => new List<(double, double)>())];
        for (int round = 0; round < rounds; round++)
        {
            for (int rival = 0; rival < rivals.Length; rival++)
            {
                (double processor, double clock, int _, double _) = Own(depth);
                (double theirProcessor, double theirClock, int _, double _) = rivals[rival].Grow(depth);
                own.Add((processor, clock));
                others[rival].Add((theirProcessor, theirClock));
                ratios[rival].Add((theirProcessor / processor, theirClock / clock));
            }
        }
        string cells = string.Join(" | ", others.Zip(ratios, (times, ratio) => string.Create(CultureInfo.InvariantCulture,
            $"{1e3 * Processor(times):F1} ({1e3 * Clock(times):F1}) | {Processor(ratio):F1}× ({Clock(ratio):F1}×)")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {depth} | {contexts:N0} | {1e3 * Processor(own):F1} ({1e3 * Clock(own):F1}) | {1e9 * Processor(own) / contexts:F1} | {cells} |"));
    }

    private static double Processor(IEnumerable<(double Processor, double Clock)> times) => Median(times.Select(time => time.Processor));

    private static double Clock(IEnumerable<(double Processor, double Clock)> times) => Median(times.Select(time => time.Clock));

    private static (double Processor, double Clock, int Contexts, double Checksum) Own(int depth)
    {
        // Earlier trees are given back outside the measured time, as the other side does between its trees.
        GC.Collect();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long began = Stopwatch.GetTimestamp();
        BeliefTree tree = BeliefTree.Grow(Mess3.Process, depth);
        double clock = Stopwatch.GetElapsedTime(began).TotalSeconds, checksum = 0;
        processor = Environment.CpuUsage.TotalTime - processor;
        for (int node = tree.LevelStart[depth]; node < tree.Count; node++)
        {
            foreach (double probability in tree.Belief(node))
            {
                checksum += tree.Probabilities[node] * probability * probability;
            }
        }
        return (processor.TotalSeconds, clock, tree.Count, checksum);
    }

    private static double OwnPeakPerContext()
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["memory", Deepest.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        double[] numbers = [.. process.StandardOutput.ReadToEnd().Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        return (numbers[1] - numbers[2]) / numbers[0];
    }

    private static double Median(IEnumerable<double> values) => PairedRuns.Quantile(values, 0.5);
}
