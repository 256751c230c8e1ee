using Harness.Claims;
using Harness.Experiments;
using Harness.Numerics;
using Harness.Specs;

namespace Harness.Runner.Falsifying;

/// <summary>Trains and judges on drawn processes, through the scheduler and the cache of every run.</summary>
/// <remarks>Every trial has seeds of its own, derived from the falsification's seed, the purpose and a number, so that no two share a network.</remarks>
internal sealed class Trials(FalsifyRequest request, SpecFormat format, IRunObserver observer)
{
    public const string First = "replicates";
    public const string Confirmation = "confirmation";
    public const string Shrinking = "shrinking";
    public const string ShrinkConfirmation = "shrink-confirmation";

    // What does not learn is over at once.
    private const int TheoryFactor = 8;

    /// <summary>How many processes are worth judging at once.</summary>
    public int AtOnce => request.Jobs * (request.Experiment.Spec.Architecture!.Learns ? 1 : TheoryFactor);

    /// <summary>The verdicts on processes, in their order.</summary>
    /// <param name="numbered">Each with the number that its seeds are derived from.</param>
    public async Task<IReadOnlyList<Verdict>> Judge(string purpose, IReadOnlyList<(ExperimentPlan Plan, int Number)> numbered, CancellationToken cancellation)
    {
        ExperimentPlan[] plans = [.. numbered.Select(trial => trial.Plan.With(FormattableString.Invariant($"{purpose} {trial.Number}"), Seeds(purpose, trial.Number)))];
        RunOutcome outcome = await RunHost.RunAsync(new RunRequest(plans, request.Jobs, request.CacheFolder), format, observer, cancellation).ConfigureAwait(false);
        return [.. outcome.Results.Select(result => result.Verdicts.Single())];
    }

    private List<int> Seeds(string purpose, int number)
    {
        RandomStream stream = new Seed(request.Budget.Seed).Stream(purpose).At(number);
        List<int> seeds = [];
        while (seeds.Count < request.Experiment.Spec.Seeds.Count)
        {
            int seed = stream.NextInt(int.MaxValue);
            if (!seeds.Contains(seed))
            {
                seeds.Add(seed);
            }
        }
        return seeds;
    }
}
