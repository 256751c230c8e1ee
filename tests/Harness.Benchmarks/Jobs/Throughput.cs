using Harness.Experiments;
using Harness.Runner;
using Harness.Specs;
using Harness.Torch;
using Harness.Training;

namespace Harness.Benchmarks.Jobs;

/// <summary>Eight short replicates by the scheduler of the command, one at a time and two at a time.</summary>
internal static class Throughput
{
    public static int Run(int rounds)
    {
        Workload workload = Workload.Of(Rrxor.Process, 64, 150);
        ExperimentPlan two = SettledReplicates.Plan(workload, 1, 2), eight = SettledReplicates.Plan(workload, 1, 2, 3, 4, 5, 6, 7, 8);
        string folder = Directory.CreateTempSubdirectory("harness-slots-").FullName;
        RunTime With(int jobs, ExperimentPlan plan) => RunTime.Of(() =>
            new ReplicateScheduler(new RunRequest([plan], jobs, CacheFolder: null), new SpecFormat(typeof(Transformer).Assembly), new TrainingSlots(folder, 2), new Nobody()).Run(CancellationToken.None));
        With(2, two);                                                         // unmeasured: compilation
        PairedRuns.PrintHead("eight replicates");
        PairedRuns.Run(rounds, ("two at a time", () => With(2, eight)), ("one at a time", () => With(1, eight))).Print("rrxor, 64 × 10, 150 steps", 1, "s");
        Directory.Delete(folder, recursive: true);
        Console.WriteLine("\nThe clock's ratio is the throughput; where others keep the cores busy, twice the ratio of processor times is what two free cores would give.");
        return 0;
    }

    private sealed class Nobody : IRunObserver
    {
        public void Started(ExperimentPlan plan, int seed)
        {
        }

        public void Training(ExperimentPlan plan, int seed, TrainingProgress progress)
        {
        }

        public void Examining(ExperimentPlan plan, int seed, bool cached)
        {
        }

        public void Finished(ExperimentPlan plan, ReplicateResult replicate, double seconds)
        {
        }

        public void Note(string text) => Console.Error.WriteLine(text);
    }
}
