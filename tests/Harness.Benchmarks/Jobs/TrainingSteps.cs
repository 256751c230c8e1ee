using System.Globalization;

namespace Harness.Benchmarks.Jobs;

/// <summary>A training step of the paper's network: sequences in, parameters updated.</summary>
internal static class TrainingSteps
{
    private const int Compared = 5;
    private const double Tolerance = 1e-5;

    public static int Run(int rounds)
    {
        PairedRuns.PrintHead("training step");
        foreach (int batch in new[] { 64, 1024 })
        {
            foreach (Workload workload in new[] { Workload.Of(Mess3.Process, batch, 1000), Workload.Of(Rrxor.Process, batch, 1000) })
            {
                Compare(workload, rounds, steps: batch == 64 ? 40 : 8);
            }
        }
        return 0;
    }

    /// <summary>Steps alone; prints a hash of the weights that they lead to.</summary>
    public static int Train(string process, int batch, int steps)
    {
        using TreeContender own = new(Workload.Of(Workload.ProcessOf(process), batch, steps));
        RunTime time = own.Steps(0, steps).Time;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{1e3 * time.Processor / steps:F2} ms a step; weights {own.Hash()}"));
        return 0;
    }

    private static void Compare(Workload workload, int rounds, int steps)
    {
        using TreeContender own = new(workload);
        using PyTorchContender python = new(workload);
        using RowContender modules = new(workload);
        Contender[] all = [own, python, modules];
        Agree(workload, all);
        int done = Compared;
        foreach (Contender contender in all)
        {
            contender.Steps(done, 60);                                        // unmeasured: compilation, first use of memory
        }
        PairedRuns.Run(rounds, [.. all.Select(contender => (contender.Name, (Func<RunTime>)(() => contender.Steps(done, steps).Time)))])
            .Print(workload.Name, 1000.0 / steps, "ms");
    }

    // From the same weights on the same batches: losses that agree after some updates need the same gradients and the same optimiser.
    private static void Agree(Workload workload, Contender[] contenders)
    {
        IReadOnlyList<double> reference = contenders[0].Steps(0, Compared).Losses;
        foreach (Contender contender in contenders.Skip(1))
        {
            IReadOnlyList<double> losses = contender.Steps(0, Compared).Losses;
            double worst = losses.Zip(reference, (loss, other) => Math.Abs(loss - other)).Max();
            if (!(worst < Tolerance))
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                    $"{workload.Name}: {contender.Name} disagrees: losses {string.Join(' ', losses)} instead of {string.Join(' ', reference)}."));
            }
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{workload.Name}: losses of {Compared} steps agree with {contender.Name} to {worst:E1} nats"));
        }
    }
}
