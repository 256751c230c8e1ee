using System.Collections.Concurrent;
using Harness.Experiments;
using Harness.Runner;
using Harness.Training;

namespace Harness.Cli;

/// <summary>Progress as plain lines, for logs: one each quarter of a training, one when it is evaluated, one when it is finished.</summary>
internal sealed class PlainObserver(Action<string> line, int total) : IRunObserver
{
    private readonly ConcurrentDictionary<(string, int), int> _quarters = new();
    private int _done;

    public void Started(ExperimentPlan plan, int seed)
    {
    }

    public void Training(ExperimentPlan plan, int seed, TrainingProgress progress)
    {
        int quarter = 4 * progress.Step / Math.Max(1, progress.Steps);
        if (_quarters.GetValueOrDefault((plan.Spec.Id, seed), -1) != quarter)
        {
            _quarters[(plan.Spec.Id, seed)] = quarter;
            line(FormattableString.Invariant($"{plan.Spec.Id} seed {seed}: step {progress.Step} of {progress.Steps}, loss {progress.LossNats:F4} nats"));
        }
    }

    public void Examining(ExperimentPlan plan, int seed, bool cached) =>
        line(FormattableString.Invariant($"{plan.Spec.Id} seed {seed}: {(cached ? "cached network" : plan.FileOf(seed) is { } file ? $"read from {file.Name}" : "trained")}; evaluating {plan.Contexts.Count} contexts"));

    public void Finished(ExperimentPlan plan, ReplicateResult replicate, double seconds) =>
        line(FormattableString.Invariant($"{plan.Spec.Id} seed {replicate.Seed}: {ReplicateLine.Of(replicate)}, {seconds:F1} s ({Interlocked.Increment(ref _done)} of {total})"));

    public void Note(string text) => line(text);
}
