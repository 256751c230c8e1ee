namespace Harness.Statistics;

/// <summary>Association of values with a covariate, in one number.</summary>
internal static class Trend
{
    /// <summary>(concordant − discordant) pairs over all pairs of different x (Somers 1962); Kendall's τ where no two values are equal.</summary>
    public static double Rank(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        int agreement = 0, pairs = 0;
        for (int i = 0; i < x.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                agreement += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
                pairs += x[i] != x[j] ? 1 : 0;
            }
        }
        return agreement / (double)pairs;
    }

    /// <summary>Σ(x − x̄)(y − ȳ) / Σ(x − x̄)².</summary>
    public static double Slope(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double mean = x.Average(), level = y.Average();
        return x.Zip(y, (a, b) => (a - mean) * (b - level)).Sum() / x.Sum(a => (a - mean) * (a - mean));
    }
}
