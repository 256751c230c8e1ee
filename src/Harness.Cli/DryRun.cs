using System.Text;
using Harness.Experiments;
using Harness.Reports;
using Harness.Runner;
using Harness.Runner.Falsifying;
using Harness.Specs;

namespace Harness.Cli;

/// <summary>Says what a run would do.</summary>
internal static class DryRun
{
    /// <summary>What a claim for all processes of a family would be tested on.</summary>
    public static string Describe(FalsifyRequest request) => FormattableString.Invariant(
        $"{request.Claim.Id} v{request.Claim.Version}: {request.Claim.Measure.Label} {request.Claim.Comparator.Needs}, on {Wording.Plural(request.Budget.Processes, "process", "processes")} of {request.Family.Id}, {Wording.Plural(request.Experiment.Spec.Seeds.Count, "network")} each{(request.Budget.Minutes is { } minutes ? FormattableString.Invariant($", at most {minutes} minutes") : "")}\n");

    public static string Describe(RunRequest request, SpecFormat format)
    {
        StringBuilder text = new();
        ReplicateCache? cache = request.CacheFolder is { } folder ? new ReplicateCache(folder, _ => { }) : null;
        foreach (ExperimentPlan plan in request.Plans)
        {
            foreach (ExperimentPlan each in plan.WithArms)
            {
                int cached = cache is null || !each.Learns ? 0 : each.Spec.Seeds.Count(seed => cache.Has(CacheKey.Of(each, seed, format)));
                text.Append(System.Globalization.CultureInfo.InvariantCulture,
                    $"{each.Spec.Id}: {Wording.Plural(each.Spec.Seeds.Count, "network")} ({cached} cached, {(each.Learns ? each.Spec.Seeds.Count - cached : 0)} to train), {Wording.Plural(each.Contexts.Count, "context")}, {Wording.Plural(each.Claims.Count, "claim")}\n");
            }
            foreach (Claims.Claim claim in plan.Claims)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {claim.Id} v{claim.Version}: {claim.Measure.Label} {claim.Comparator.Needs}, {claim.Expect.ToString().ToLowerInvariant()} expected\n");
            }
        }
        return text.ToString();
    }
}
