using Harness.Activations;
using Harness.Measurements;
using Harness.Numerics;
using Harness.Training;

namespace Harness.Experiments;

/// <summary>Measures at the checkpoints of a training what claims follow over it.</summary>
internal static class CheckpointExaminer
{
    /// <summary>The examination with the course of every followed measurement. One checkpoint at a time: only numbers are kept of them.</summary>
    /// <param name="final">Of the final network.</param>
    /// <param name="trained">What the training left; null trains an architecture that does not learn.</param>
    public static Examination Follow(
        Examination final, ExperimentPlan plan, Architecture architecture, Seed seed, TrainedParameters? trained, CaptureRequest request, TargetTable targets, CancellationToken cancellation)
    {
        if (request.Followed.Count == 0 || plan.Spec.Training is not { } recipe)
        {
            return final;
        }
        trained ??= architecture.Train(new TrainingTask(plan.Tree, plan.Spec.Data, recipe, seed), NoTrainingStates.Instance, new Unreported(), cancellation);
        CaptureRequest followed = new(architecture);
        foreach (Measurement measure in request.Followed)
        {
            measure.Request(followed);
        }
        Dictionary<Measurement, List<CheckpointPoint>> points = request.Followed.ToDictionary(measure => measure, _ => new List<CheckpointPoint>());
        foreach (Checkpoint checkpoint in trained.Checkpoints ?? [])
        {
            using INetwork network = architecture.Load(plan.Tree, seed, checkpoint.Parameters);
            Add(checkpoint.Step, final with { Trained = Capture.Of(network, plan.Contexts, targets, followed, cancellation) });
        }
        Add(trained.Record.Steps, final);
        return final with { Checkpoints = points.ToDictionary(entry => entry.Key, entry => new CheckpointSeries(recipe, entry.Value)) };

        void Add(int step, Examination examination)
        {
            foreach ((Measurement measure, List<CheckpointPoint> course) in points)
            {
                course.Add(CheckpointPoint.Of(step, measure, examination));
            }
        }
    }

    private sealed class Unreported : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value)
        {
        }
    }
}
