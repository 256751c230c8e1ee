using Harness.Training;

namespace Harness.Torch;

/// <summary>Trains one network on the calling thread. The same task gives the same bits, whatever else runs.</summary>
/// <remarks>
/// States are left at equal stretches of steps and when it is cancelled. What they hold is all that the rest depends on, so an
/// interrupted training ends with the same bits.
/// </remarks>
internal sealed class TrainingLoop(TrainingTask task, NetworkWeights weights, ITrainingStates states)
{
    private const int MostStepsAtRisk = 2000;

    private readonly int _length = task.Data.LongestTrainedContext;

    public TrainedParameters Run(IProgress<TrainingProgress> progress, CancellationToken cancellation)
    {
        TrainingRecipe recipe = task.Training;
        ParameterUpdate update = ParameterUpdate.For(recipe.Optimizer, weights.Table.Count);
        LossCurve curve = new(recipe.Steps);
        Func<int, IReadOnlyList<PrefixBatch>> batches = Batches();
        int reportEvery = Math.Max(1, recipe.Steps / 200), checkEvery = Math.Max(50, recipe.Steps / 50), saveEvery = Math.Clamp(recipe.Steps / 20, 1, MostStepsAtRisk);
        List<Checkpoint> kept = [];
        int done = Resume(update, curve, kept), saved = done;
        int? diverged = null;
        HashSet<int> wanted = [.. recipe.CheckpointSteps];
        Keep();
        while (done < recipe.Steps && diverged is null)
        {
            if (cancellation.IsCancellationRequested || (done % saveEvery == 0 && done > saved))
            {
                saved = done;
                Save(done, update, curve, kept);
                cancellation.ThrowIfCancellationRequested();
            }
            weights.Gradient.Clear();
            double loss = batches(done).Sum(weights.Learn);
            if (!double.IsFinite(loss))
            {
                diverged = done;
                break;
            }
            if (recipe.ClipGradientNorm is { } most)
            {
                GradientNorm.Clip(weights.Gradient, most);
            }
            update.Apply(weights.Values, weights.Gradient, recipe.LearningRate(done, curve.Points));
            done++;
            Keep();
            bool close = recipe.StopAtLossGapNats is { } gap && done % checkEvery == 0 && IsWithin(gap, cancellation);
            curve.Add(done, loss, last: close || done == recipe.Steps);
            if (done % reportEvery == 0 || close)
            {
                progress.Report(new TrainingProgress(done, recipe.Steps, loss));
            }
            if (close)
            {
                break;
            }
        }
        // The last update has no loss after it that could show it.
        if (diverged is null && !AllFinite(weights.Values))
        {
            diverged = done;
        }
        return new TrainedParameters(weights.Values.ToArray(), new TrainingRecord(done, diverged, curve.Points), kept);

        void Keep()
        {
            if (wanted.Contains(done) && !(kept.Count > 0 && kept[^1].Step == done))
            {
                kept.Add(new Checkpoint(done, weights.Values.ToArray()));
            }
        }
    }

    private int Resume(ParameterUpdate update, LossCurve curve, List<Checkpoint> kept)
    {
        if (states.Latest() is not { } state)
        {
            return 0;
        }
        state.Parameters.CopyTo(weights.Values);
        update.Restore(state.Optimizer, state.Step);
        curve.Restore(state.Curve, state.OpenLoss, state.OpenSteps);
        kept.AddRange(state.Kept);
        return state.Step;
    }

    private void Save(int done, ParameterUpdate update, LossCurve curve, List<Checkpoint> kept) => states.Save(
        new TrainingState(done, weights.Values.ToArray(), update.Save(), [.. curve.Points], curve.Open.Loss, curve.Open.Steps, [.. kept]));

    private Func<int, IReadOnlyList<PrefixBatch>> Batches()
    {
        DataRecipe data = task.Data;
        if (data.Mode == DataMode.Exact)
        {
            IReadOnlyList<PrefixBatch> whole = PrefixBatch.Whole(task.Tree, _length);
            return _ => whole;
        }
        BatchSampler sampler = new(task.Tree.Process, task.Seed.Stream("training-data"));
        return step => [PrefixBatch.Merge(sampler.Draw(step, data.Batch, _length + 1), _length, task.Tree.Process.SymbolCount)];
    }

    private bool IsWithin(double gap, CancellationToken cancellation)
    {
        ExactLoss exact = new(task.Tree, _length);
        TreeEvaluation.Run(weights, task.Tree, [], exact, cancellation, enough: () => exact.Exceeds(gap));
        return exact.GapNats <= gap;
    }

    private static bool AllFinite(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                return false;
            }
        }
        return true;
    }
}
