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
            foreach (ExperimentPlan each in plan.WithArms)
            {
                int cached = cache is null || !each.Spec.Architecture.Learns ? 0 : each.Spec.Seeds.Count(seed => cache.Has(CacheKey.Of(each, seed, format)));
                text.Append(System.Globalization.CultureInfo.InvariantCulture,
                    $"{each.Spec.Id}: {Wording.Plural(each.Spec.Seeds.Count, "network")} ({cached} cached, {(each.Spec.Architecture.Learns ? each.Spec.Seeds.Count - cached : 0)} to train), {Wording.Plural(each.Contexts.Count, "context")}, {Wording.Plural(each.Claims.Count, "claim")}\n");
            }
            foreach (Claims.Claim claim in plan.Claims)
            {
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {claim.Id} v{claim.Version}: {claim.Measure.Label} {claim.Comparator.Needs}, {claim.Expect.ToString().ToLowerInvariant()} expected\n");
            }
        }
        return text.ToString();
    }
}
