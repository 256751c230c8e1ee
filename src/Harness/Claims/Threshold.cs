using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>What the comparators with a constant share: a replicate's value, or what stands for it, and a region.</summary>
internal static class Threshold
{
    public static void Check(Scope at, double margin, params IReadOnlyList<(string Name, double Value)> bounds)
    {
        foreach ((string name, double value) in bounds)
        {
            if (!double.IsFinite(value))
            {
                at[name].Report(Problems.NotFinite(name, value));
            }
        }
        at["margin"].InRange(margin, 0, 1e9);
    }

    /// <summary>A replicate that does not count is taken at its untrained value: the null of every measure.</summary>
    public static Comparison Compare(IReadOnlyList<ReplicateValue> replicates, Func<ReplicateValue, bool> counted, Interval interval, string needs, Region region) =>
        Comparison.Of(null, needs, region, interval, replicates.Select(replicate => (replicate.Seed, counted(replicate) ? replicate.Value : replicate.Rival(Measurement.Untrained))));
}
