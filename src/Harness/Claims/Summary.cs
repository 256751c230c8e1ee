using Harness.Measurements;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>The numbers shown beside a verdict. Nothing here decides.</summary>
internal static class Summary
{
    private const double FarInterquartileRanges = 2.5;

    /// <summary>The claim's measure over replicates.</summary>
    public static Estimate? OfMeasure(IReadOnlyList<ReplicateValue> replicates, Interval interval) =>
        Estimate(replicates.Select(replicate => replicate.Value), interval.OfMeasure);

    /// <summary>Every null and rival location, with the paired difference.</summary>
    public static IReadOnlyList<NullResult> OfNulls(Claim claim, IReadOnlyList<ReplicateValue> replicates)
    {
        if (replicates.Count == 0)
        {
            return [];
        }
        HashSet<string> listed = [.. claim.Comparator.Rivals(replicates)];
        return [.. replicates[0].Rivals.Keys.Select(name => new NullResult(
            name,
            listed.Contains(name),
            Estimate(replicates.Select(replicate => replicate.Rival(name)), new StudentT(claim.Interval.Level)),
            Estimate(replicates.Select(replicate => Difference(replicate, name)), new PairedT(claim.Interval.Level)),
            replicates.Select(replicate => replicate.Rival(name).Why).FirstOrDefault(why => why is not null)))];
    }

    /// <summary>What a reader should know and a rule does not decide.</summary>
    public static IReadOnlyList<string> Cautions(Claim claim, IReadOnlyList<ReplicateValue> replicates)
    {
        List<string> cautions = [];
        double[] sorted = [.. replicates.Select(replicate => replicate.Value.Value).OfType<double>().Order()];
        if (sorted.Length >= 4)
        {
            double median = Quantile(sorted, 0.5), spread = Quantile(sorted, 0.75) - Quantile(sorted, 0.25);
            foreach (ReplicateValue replicate in replicates.Where(r => r.Value.Value is { } v && spread > 0 && Math.Abs(v - median) > FarInterquartileRanges * spread))
            {
                cautions.Add(FormattableString.Invariant(
                    $"seed {replicate.Seed} is {Math.Abs(replicate.Value.Value!.Value - median) / spread:F1} interquartile ranges from the median"));
            }
        }
        if (sorted.Length > 1 && sorted.Length == replicates.Count && sorted[0] == sorted[^1])
        {
            cautions.Add(FormattableString.Invariant($"all {sorted.Length} replicates have the same value to the last bit: nothing seems to depend on the seed, and the interval has no width"));
        }
        if (claim.Amendments is { Count: > 0 } amendments)
        {
            cautions.AddRange(amendments.Select(amendment => FormattableString.Invariant($"amended in version {amendment.Version}: {amendment.What} ({amendment.Why})")));
        }
        return cautions;
    }

    private static Measured Difference(ReplicateValue replicate, string name) =>
        replicate.Value.Value is { } value && replicate.Rival(name).Value is { } rival
            ? Measured.Of(replicate.HigherIsBetter ? value - rival : rival - value)
            : Measured.Undefined("undefined");

    private static Estimate? Estimate(IEnumerable<Measured> values, Interval interval)
    {
        Measured[] all = [.. values];
        return all.Any(value => value.Value is null) ? null : interval.Of([.. all.Select(value => value.Value!.Value)]);
    }

    // Linear interpolation between order statistics (type 7).
    private static double Quantile(double[] sorted, double p)
    {
        double at = p * (sorted.Length - 1);
        int below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
