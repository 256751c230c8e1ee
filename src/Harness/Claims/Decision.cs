using Harness.Statistics;

namespace Harness.Claims;

/// <summary>What intervals alone decide.</summary>
internal static class Decision
{
    public static (Outcome Outcome, Reason Reason) Of(IReadOnlyList<Comparison> comparisons, Interval interval)
    {
        if (comparisons.FirstOrDefault(comparison => comparison.Side == Side.Reject) is { } rejecting)
        {
            return (Outcome.Refuted, new Reason("interval-outside", Describe(rejecting) + OneSided(interval)));
        }
        if (comparisons.Count > 0 && comparisons.All(comparison => comparison.Side == Side.Accept))
        {
            return (Outcome.Supported, new Reason("interval-inside", Describe(comparisons.MinBy(Slack)!) + OneSided(interval)));
        }
        Comparison? straddling = comparisons.FirstOrDefault(comparison => comparison.Side == Side.Straddle);
        return (Outcome.Inconclusive, new Reason("interval-straddles", straddling is null ? "nothing was compared" : Describe(straddling) + MoreReplicates(straddling)));
    }

    private static double Slack(Comparison comparison) => Math.Abs(comparison.Estimate!.Mean - comparison.Bound);

    private static string Describe(Comparison comparison) => comparison.Estimate is not { } estimate
        ? $"needs {comparison.Needs}: {comparison.Undefined}"
        : FormattableString.Invariant($"needs {comparison.Needs}: {estimate.Mean:G4} [{estimate.Low:G4}, {estimate.High:G4}], n = {estimate.N}");

    private static string OneSided(Interval interval) => FormattableString.Invariant($", decided at {100 * interval.OneSidedLevel:0.####} % on one side");

    // The half-width shrinks as 1/√n: about how many replicates a version with fresh seeds would need if the mean stays where it is.
    private static string MoreReplicates(Comparison comparison)
    {
        if (comparison.Estimate is not { } estimate || Slack(comparison) == 0)
        {
            return "";
        }
        double needed = Math.Ceiling(estimate.N * Math.Pow(estimate.HalfWidth / Slack(comparison), 2)) + 1;
        return needed > 1000 ? "" : FormattableString.Invariant($"; a new version with about {Math.Max(needed, estimate.N + 1):F0} fresh seeds would likely settle it");
    }
}
