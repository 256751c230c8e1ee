using System.Collections.Concurrent;
using Harness.Experiments;
using Harness.Runner;
using Harness.Training;

namespace Harness.Cli;

/// <summary>Progress of a falsification: a line for each process as it is judged; its networks one by one only when asked for.</summary>
internal sealed class FalsifyObserver(Output output) : IRunObserver
{
    private readonly ConcurrentQueue<string> _lines = new();
    private int _trained;

    /// <summary>The lines of every process, for the log.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

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
        if (plan.Learns)
        {
            output.Detail(FormattableString.Invariant($"  {plan.Spec.Id} seed {replicate.Seed}: {ReplicateLine.Of(replicate)}, {seconds:F1} s (network {Interlocked.Increment(ref _trained)})"));
        }
    }

    public void Note(string text)
    {
        _lines.Enqueue(text);
        output.Note(text);
    }
}
