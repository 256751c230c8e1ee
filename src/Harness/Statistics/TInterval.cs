namespace Harness.Statistics;

/// <summary>The t-interval itself: sample deviation with n − 1, quantile of Student's t with n − 1 degrees of freedom.</summary>
internal static class TInterval
{
    public static Estimate Of(IReadOnlyList<double> values, double level, string name)
    {
        int n = values.Count;
        double mean = values.Average();
        double variance = values.Sum(value => (value - mean) * (value - mean)) / (n - 1);
        double half = Quantile(n - 1, level) * Math.Sqrt(variance / n);
        return new Estimate(n, mean, mean - half, mean + half, name);
    }

    /// <summary>t such that P(|T| ≤ t) = level.</summary>
    public static double Quantile(int degreesOfFreedom, double level) =>
        MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, degreesOfFreedom, (1 + level) / 2);
}
