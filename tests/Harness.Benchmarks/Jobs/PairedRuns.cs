using System.Globalization;

namespace Harness.Benchmarks.Jobs;

/// <summary>Contenders in turn, A B B A A B …, so that whatever else the machine does meets all of them.</summary>
internal sealed class PairedRuns
{
    private readonly string[] _names;
    private readonly RunTime[][] _times;

    private PairedRuns(string[] names, RunTime[][] times)
    {
        _names = names;
        _times = times;
    }

    /// <param name="rounds">Runs of each.</param>
    public static PairedRuns Run(int rounds, params (string Name, Func<RunTime> Run)[] contenders)
    {
        RunTime[][] times = [.. contenders.Select(_ => new RunTime[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            IEnumerable<int> order = Enumerable.Range(0, contenders.Length);
            foreach (int contender in round % 2 == 0 ? order : order.Reverse())
            {
                times[contender][round] = contenders[contender].Run();
            }
        }
        return new PairedRuns([.. contenders.Select(contender => contender.Name)], times);
    }

    /// <summary>Prints medians for each contender, and the ratio of every other one to the first: median and quartiles over the rounds.</summary>
    /// <param name="scale">What the times are multiplied by: 1000/steps for milliseconds per step.</param>
    public void Print(string job, double scale, string unit)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            double[] processor = [.. _times[i].Select((time, round) => time.Processor / _times[0][round].Processor)];
            double[] clock = [.. _times[i].Select((time, round) => time.Clock / _times[0][round].Clock)];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {job} | {_names[i]} | {scale * Quantile(_times[i].Select(time => time.Processor), 0.5):G4} {unit} ({scale * Quantile(_times[i].Select(time => time.Clock), 0.5):G4}) | ")
                + (i == 0 ? "1 |" : $"{Spread(processor)} ({Spread(clock)}) |"));
        }
    }

    public static void PrintHead(string job) =>
        Console.WriteLine($"| {job} | contender | processor time (clock) | ratio to Harness, quartiles (of the clock) |\n|---|---|---|---|");

    /// <summary>Linear between order statistics.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        double at = share * (sorted.Length - 1);
        int below = (int)at;
        return sorted[below] + ((at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }

    private static string Spread(double[] ratios) => string.Create(CultureInfo.InvariantCulture,
        $"{Quantile(ratios, 0.5):F2}×, {Quantile(ratios, 0.25):F2}–{Quantile(ratios, 0.75):F2}");
}
