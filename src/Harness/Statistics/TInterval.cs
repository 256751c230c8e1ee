using System.Collections.Concurrent;
using MathNet.Numerics;

namespace Harness.Statistics;

/// <summary>The t-interval itself: sample deviation with n − 1, quantile of Student's t with n − 1 degrees of freedom.</summary>
internal static class TInterval
{
    private const int Bisections = 60;

    // Found by iteration, and asked for again with every claim.
    private static readonly ConcurrentDictionary<(int Degrees, double Level), double> s_quantiles = [];

    public static Estimate Of(IReadOnlyList<double> values, double level, string name)
    {
        int n = values.Count;
        double mean = values.Average();
        double variance = values.Sum(value => (value - mean) * (value - mean)) / (n - 1);
        double half = Quantile(n - 1, level) * Math.Sqrt(variance / n);
        return new Estimate(n, mean, mean - half, mean + half, name);
    }

    /// <summary>t such that P(|T| ≤ t) = level, to the last digits and for any level.</summary>
    /// <remarks>P(|T| > t) = I(ν/(ν + t²); ν/2, ½) with I the regularised incomplete beta function, solved by bisection.</remarks>
    public static double Quantile(int degreesOfFreedom, double level) => s_quantiles.GetOrAdd((degreesOfFreedom, level), key => Solve(key.Degrees, 1 - key.Level));

    /// <summary>t such that P(|T| > t) = beyond, solved anew.</summary>
    public static double Solve(double freedom, double beyond)
    {
        double Tails(double t) => SpecialFunctions.BetaRegularized(freedom / 2, 0.5, freedom / (freedom + (t * t)));
        double low = 0, high = 1;
        while (Tails(high) > beyond)
        {
            (low, high) = (high, 2 * high);
        }
        for (int step = 0; step < Bisections; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = Tails(middle) > beyond ? (middle, high) : (low, middle);
        }
        return beyond < 1 ? (low + high) / 2 : 0;
    }
}
