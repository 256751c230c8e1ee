using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using Harness.Experiments;
using Harness.Specs;
using Harness.Training;

namespace Harness.Runner;

/// <summary>Runs every replicate of every experiment, one thread each, as many at once as asked.</summary>
/// <remarks>Replicates share nothing, so the number of jobs and the order change no bit of any result.</remarks>
internal sealed class ReplicateScheduler(RunRequest request, SpecFormat format, TrainingSlots slots, IRunObserver observer)
{
    private readonly ExperimentPlan[] _plans = [.. request.Plans.SelectMany(plan => plan.WithArms)];

    private readonly ReplicateCache? _cache = request.CacheFolder is { } folder ? new ReplicateCache(folder, observer.Note) : null;

    private readonly ExaminationCache? _examinations = request.CacheFolder is { } folder ? new ExaminationCache(folder, observer.Note) : null;

    /// <summary>The replicates of each experiment and of each of its arms in the order of its seeds, with the seconds that each took.</summary>
    public IReadOnlyDictionary<ExperimentPlan, IReadOnlyList<(ReplicateResult Result, double Seconds)>> Run(CancellationToken cancellation)
    {
        ConcurrentQueue<(int Plan, int Seed)> waiting = new(_plans
            .SelectMany((plan, p) => plan.Spec.Seeds.Select((_, s) => (Plan: p, Seed: s)))
            .OrderByDescending(job => Cost(_plans[job.Plan])).ThenBy(job => job.Plan).ThenBy(job => job.Seed));
        (ReplicateResult, double)[][] results = [.. _plans.Select(plan => new (ReplicateResult, double)[plan.Spec.Seeds.Count])];
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ConcurrentQueue<ExceptionDispatchInfo> failures = new();
        Thread[] workers = [.. Enumerable.Range(0, Math.Min(request.Jobs, waiting.Count)).Select(i => new Thread(() =>
        {
            try
            {
                while (waiting.TryDequeue(out (int Plan, int Seed) job))
                {
                    results[job.Plan][job.Seed] = Replicate(_plans[job.Plan], _plans[job.Plan].Spec.Seeds[job.Seed], stop.Token);
                }
            }
            catch (Exception error)
            {
                failures.Enqueue(ExceptionDispatchInfo.Capture(error));
                stop.Cancel();
            }
        }) { Name = FormattableString.Invariant($"replicate-{i}"), IsBackground = true })];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        cancellation.ThrowIfCancellationRequested();
        failures.FirstOrDefault(failure => failure.SourceException is not OperationCanceledException)?.Throw();
        return _plans.Select((plan, i) => (plan, results[i])).ToDictionary(
            entry => entry.plan, entry => (IReadOnlyList<(ReplicateResult Result, double Seconds)>)entry.Item2);
    }

    private (ReplicateResult, double) Replicate(ExperimentPlan plan, int seed, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        observer.Started(plan, seed);
        ReplicateResult result = Experiment.Replicate(
            plan, seed, task => Train(plan, seed, task, cancellation),
            examine => _examinations is null || !plan.Spec.Architecture.Learns ? examine() : _examinations.GetOrExamine(CacheKey.OfExamination(plan, seed, format), examine),
            cancellation);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        observer.Finished(plan, result, seconds);
        return (result, seconds);
    }

    private (TrainedParameters, bool) Train(ExperimentPlan plan, int seed, TrainingTask task, CancellationToken cancellation)
    {
        TrainedParameters Fresh(ICheckpoints checkpoints)
        {
            // What does not learn takes no time that others would have to wait for.
            using FileStream? slot = plan.Spec.Architecture.Learns ? slots.Take(cancellation) : null;
            return plan.Spec.Architecture.Train(task, checkpoints, new Relay(progress => observer.Training(plan, seed, progress)), cancellation);
        }
        (TrainedParameters trained, bool cached) = _cache is null || !plan.Spec.Architecture.Learns
            ? (Fresh(NoCheckpoints.Instance), false)
            : _cache.GetOrTrain(CacheKey.Of(plan, seed, format), Fresh, cancellation);
        observer.Examining(plan, seed, cached);
        return (trained, cached);
    }

    // Long trainings first, so that the last core is not left with one at the end.
    private static double Cost(ExperimentPlan plan) =>
        (double)(plan.Spec.Training?.Steps ?? 0) * Math.Min((long)plan.Spec.Data.Batch * plan.Spec.Data.Window, plan.Tree.Count);

    /// <summary>Hands progress on at once, on the thread that reports it.</summary>
    private sealed class Relay(Action<TrainingProgress> report) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => report(value);
    }
}
