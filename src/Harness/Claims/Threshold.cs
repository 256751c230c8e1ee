using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>What <see cref="AtLeast"/> and <see cref="AtMost"/> share: a constant, and a replicate's value or what stands for it.</summary>
internal static class Threshold
{
    public static void Check(Scope at, double threshold, double margin)
    {
        if (!double.IsFinite(threshold))
        {
            at["threshold"].Report(Problems.NotFinite("threshold", threshold));
        }
        at["margin"].InRange(margin, 0, 1e9);
    }

    /// <summary>A replicate that does not count is taken at its untrained value: the null of every measure.</summary>
    public static Comparison Compare(
        IReadOnlyList<ReplicateValue> replicates, Func<ReplicateValue, bool> counted, Interval interval, string needs, double bound, Func<Estimate, Side> classify)
    {
        List<double> values = [];
        foreach (ReplicateValue replicate in replicates)
        {
            Measured value = counted(replicate) ? replicate.Value : replicate.Rival(Measurement.Untrained);
            if (value.Value is not { } number)
            {
                return new Comparison(null, needs, bound, null, Side.Straddle, $"seed {replicate.Seed}: {value.Why}");
            }
            values.Add(number);
        }
        Estimate? estimate = interval.Of(values);
        return estimate is null
            ? new Comparison(null, needs, bound, null, Side.Straddle, "too few replicates")
            : new Comparison(null, needs, bound, estimate, classify(estimate));
    }
}
