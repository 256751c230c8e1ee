namespace Harness.Statistics;

/// <summary>A number over replicates with its interval.</summary>
/// <param name="N">Number of replicates (trained networks, not contexts).</param>
/// <param name="Mean">The point estimate: the mean, or what else the kind of interval estimates.</param>
/// <param name="Interval">How low and high were computed, such as "student-t 0.95".</param>
internal sealed record Estimate(int N, double Mean, double Low, double High, string Interval)
{
    public double HalfWidth => (High - Low) / 2;
}
