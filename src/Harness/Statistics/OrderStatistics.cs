namespace Harness.Statistics;

/// <summary>The exact interval for the median, between two order statistics: the sign test inverted.</summary>
/// <remarks>
/// [x₍ₖ₎, x₍ₙ₊₁₋ₖ₎] with the greatest k such that P(Bin(n, ½) ≤ k − 1) ≤ (1 − level)/2: it covers the median at least so often whatever the law of
/// the values, ties included; as n is small, often more (David and Nagaraja 2003, §7.1). Least n: 2^(1−n) ≤ 1 − level, 6 at 0.95.
/// </remarks>
[Specs.Kind("order-statistics")]
internal sealed record OrderStatistics(double Level = 0.95) : Interval(Level)
{
    // Lets levels such as 0.9375 be attained that are powers of two up to rounding.
    private const double Rounding = 1e-12;

    public override int MinimumReplicates => (int)Math.Ceiling(1 - Math.Log2(1 - Level) - Rounding);

    public override string Name => FormattableString.Invariant($"order-statistics {Level}");

    public override string Estimand => "median";

    public override string? Model => null;

    public override bool IsExact => true;

    protected override Estimate Compute(IReadOnlyList<double> values, Region region)
    {
        double[] sorted = [.. values.Order()];
        int n = sorted.Length, k = 0;
        while (k + 1 <= (n + 1) / 2 && Binomial.AtMost(k, n, 0.5) <= OneSidedLevel + Rounding)
        {
            k++;
        }
        return new Estimate(n, (sorted[(n - 1) / 2] + sorted[n / 2]) / 2, sorted[k - 1], sorted[n - k], Name);
    }
}
