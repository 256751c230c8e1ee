using System.Globalization;
using System.Text.Json;
using Harness.Experiments;
using Harness.Processes;
using Harness.Training;

namespace Harness.Benchmarks.Jobs;

/// <summary>A whole replicate: trained until the exact loss is within 0.001 nats of the best, then every location probed beside its nulls.</summary>
/// <remarks>
/// Harness looks at its exact loss every 50 steps at least and stops by itself; the peer is told the number of steps, draws its own samples of the same
/// recipe and evaluates once, at the end. Harness holds folds out under every partition, with four draws of each destroyed target; the peer makes one
/// least squares for each location and network, of the belief and of as many destroyed targets, by normal equations, the fastest way.
/// </remarks>
internal static class SettledReplicates
{
    private const double GapNats = 0.001;

    public static int Run(int rounds, string name, int batch, double rate, int steps)
    {
        Workload workload = Workload.Of(Workload.ProcessOf(name), batch, steps, rate, stopAtLossGapNats: GapNats);
        ExperimentPlan plan = Plan(workload);
        ReplicateResult result = Replicate(plan, workload);
        if (result.Loss!.GapNats > GapNats)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Not settled after {result.Training.Steps} steps: {result.Loss.GapNats:E2} nats."));
            return 1;
        }
        using PyTorchContender python = new(workload);
        JsonElement answer = default;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Settled after {result.Training.Steps} steps: {result.Loss.GapNats:E2} nats."));
        PairedRuns.PrintHead("settled replicate");
        PairedRuns.Run(
            rounds,
            ("Harness", () => RunTime.Of(() => Replicate(plan, workload))),
            ("PyTorch eager", () => PyTorchContender.TimeOf(answer = python.Ask(FormattableString.Invariant($"replicate {result.Training.Steps} {steps}")))))
            .Print(FormattableString.Invariant($"{workload.Name}, {result.Training.Steps} steps"), 1, "s");
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"The peer's gap: {answer.GetProperty("gap").GetDouble():E2} nats; {answer.GetProperty("probing").GetDouble():F2} s of it were evaluation and probes."));
        return 0;
    }

    /// <summary>All contexts and tables, no claims.</summary>
    public static ExperimentPlan Plan(Workload workload, params IReadOnlyList<int> seeds) => ExperimentPlan.Of(
        new ExperimentSpec(1, "benchmark", "benchmark", new ProcessReference(workload.Process.Id), workload.Task.Data, seeds, [], Workload.Network, workload.Task.Training),
        "benchmark", workload.Process, []);

    private static ReplicateResult Replicate(ExperimentPlan plan, Workload workload)
    {
        TrainedParameters trained = Workload.Network.Train(workload.Task, NoTrainingStates.Instance, new Progress<TrainingProgress>(), CancellationToken.None);
        return ReplicateExaminer.Examine(plan, workload.Task.Seed.Value, trained, cached: false, picture: false, CancellationToken.None);
    }
}
