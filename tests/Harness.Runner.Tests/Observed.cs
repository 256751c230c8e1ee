using System.Collections.Concurrent;
using Harness.Experiments;
using Harness.Training;

namespace Harness.Runner.Tests;

/// <summary>Keeps what a run told of itself.</summary>
internal sealed class Observed : IRunObserver
{
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>What a test does when a replicate is done.</summary>
    public Action? OnFinished { get; init; }

    public void Started(ExperimentPlan plan, int seed) => Lines.Enqueue($"started {plan.Spec.Id} {seed}");

    public void Training(ExperimentPlan plan, int seed, TrainingProgress progress) => Lines.Enqueue($"training {plan.Spec.Id} {seed}");

    public void Examining(ExperimentPlan plan, int seed, bool cached) => Lines.Enqueue($"{(cached ? "cached" : "trained")} {plan.Spec.Id} {seed}");

    public void Finished(ExperimentPlan plan, ReplicateResult replicate, double seconds)
    {
        Lines.Enqueue($"finished {plan.Spec.Id} {replicate.Seed}");
        OnFinished?.Invoke();
    }

    public void Note(string text) => Lines.Enqueue(text);
}
