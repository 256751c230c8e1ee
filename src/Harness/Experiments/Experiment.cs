using Harness.Claims;
using Harness.Training;

namespace Harness.Experiments;

/// <summary>The straight line from a plan to verdicts.</summary>
internal static class Experiment
{
    /// <summary>One replicate: train (or fetch), evaluate, measure, with its nulls and controls.</summary>
    /// <param name="train">Trains the network of a seed, or finds it in a cache.</param>
    /// <param name="remember">Examines, or finds what was read before of the same network for the same claims.</param>
    public static ReplicateResult Replicate(
        ExperimentPlan plan, int seed, Func<TrainingTask, (TrainedParameters Trained, bool Cached)> train, Func<Func<ReplicateResult>, ReplicateResult> remember, CancellationToken cancellation)
    {
        TrainingRecipe recipe = plan.Spec.Training ?? new TrainingRecipe(new Sgd(1), 1);
        (TrainedParameters trained, bool cached) = train(new TrainingTask(plan.Tree, plan.Spec.Data, recipe, new Numerics.Seed(seed)));
        return remember(() => ReplicateExaminer.Examine(plan, seed, trained, cached, picture: plan.IsPictured && seed == plan.Spec.Seeds[0], cancellation)) with { Cached = cached };
    }

    /// <summary>The verdicts, once every replicate is there.</summary>
    /// <param name="arms">The replicates of every arm of the plan, in the same order of seeds.</param>
    /// <param name="today">The day that waivers are held against.</param>
    public static ExperimentResult Judge(
        ExperimentPlan plan, IReadOnlyList<ReplicateResult> replicates, IReadOnlyDictionary<string, IReadOnlyList<ReplicateResult>> arms, DateOnly today)
    {
        IReadOnlyList<Verdict> verdicts = [.. plan.Claims.Select(claim => Claims.Judge.Decide(claim, Evidence.Gather(
            claim,
            [.. replicates.Select((replicate, i) => replicate.Readings[claim.Id].With(claim.Comparator.Arms.Distinct().ToDictionary(arm => arm, arm => arms[arm][i].Readings[claim.Id].Value)))],
            plan.Theory)))];
        if (plan.Spec.Correction is { } correction)
        {
            verdicts = Corrections.Apply(correction, verdicts, plan.Spec.Claims.Count(claim => claim.Status == ClaimStatus.Registered));
        }
        return new ExperimentResult(plan, replicates, [.. verdicts.Select(verdict => verdict.On(today))]) { Arms = arms };
    }
}
