using System.Text;
using Harness.Experiments;
using Harness.Reports;
using Harness.Runner;
using Harness.Specs;

namespace Harness.Cli;

/// <summary>Says what a run would do.</summary>
internal static class DryRun
{
    public static string Describe(RunRequest request, SpecFormat format)
    {
        StringBuilder text = new();
        ReplicateCache? cache = request.CacheFolder is { } folder ? new ReplicateCache(folder, _ => { }) : null;
        foreach (ExperimentPlan plan in request.Plans)
        {
            int cached = cache is null || !plan.Learns ? 0 : plan.Spec.Seeds.Count(seed => cache.Has(CacheKey.Of(plan, seed, format)));
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"{plan.Spec.Id}: {Wording.Plural(plan.Spec.Seeds.Count, "network")} ({cached} cached, {(plan.Learns ? plan.Spec.Seeds.Count - cached : 0)} to train), {Wording.Plural(plan.Contexts.Count, "context")}, {Wording.Plural(plan.Claims.Count, "claim")}\n");
            foreach (Claims.Claim claim in plan.Claims)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {claim.Id} v{claim.Version}: {claim.Measure.Label} {claim.Comparator.Needs}, {claim.Expect.ToString().ToLowerInvariant()} expected\n");
            }
        }
        return text.ToString();
    }
}
