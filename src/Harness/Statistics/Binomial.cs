using System.Collections.Concurrent;
using MathNet.Numerics;

namespace Harness.Statistics;

/// <summary>Exact statements about a number of successes in independent trials.</summary>
internal static class Binomial
{
    // Found by iteration, and asked for again with every claim.
    private static readonly ConcurrentDictionary<(int A, int B, double P), double> s_quantiles = [];

    /// <summary>P(X ≤ k) for X ~ Bin(n, p), as a regularised incomplete beta function: I₁₋ₚ(n − k, k + 1).</summary>
    public static double AtMost(int k, int n, double p) =>
        k < 0 ? 0 : k >= n ? 1 : p <= 0 ? 1 : p >= 1 ? 0 : SpecialFunctions.BetaRegularized(n - k, k + 1, 1 - p);

    /// <summary>The least p that k successes or more do not contradict at the one-sided level (Clopper and Pearson 1934).</summary>
    public static double Lower(int k, int n, double oneSided) => k == 0 ? 0 : BetaQuantile(k, n - k + 1, oneSided);

    /// <summary>The greatest p that k successes or fewer do not contradict at the one-sided level.</summary>
    public static double Upper(int k, int n, double oneSided) => k == n ? 1 : BetaQuantile(k + 1, n - k, 1 - oneSided);

    private static double BetaQuantile(int a, int b, double p) =>
        s_quantiles.GetOrAdd((a, b, p), key => MathNet.Numerics.Distributions.Beta.InvCDF(key.A, key.B, key.P));
}
