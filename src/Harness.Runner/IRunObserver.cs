using Harness.Experiments;
using Harness.Training;

namespace Harness.Runner;

/// <summary>Is told of a run's progress, from several threads at once.</summary>
internal interface IRunObserver
{
    void Started(ExperimentPlan plan, int seed);

    void Training(ExperimentPlan plan, int seed, TrainingProgress progress);

    void Examining(ExperimentPlan plan, int seed, bool cached);

    void Finished(ExperimentPlan plan, ReplicateResult replicate, double seconds);

    /// <summary>Something worth a line that is not an error: a discarded cache entry, a wait for another process.</summary>
    void Note(string text);
}
