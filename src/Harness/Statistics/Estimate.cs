namespace Harness.Statistics;

/// <summary>A mean over replicates with its interval.</summary>
/// <param name="N">Number of replicates (trained networks, not contexts).</param>
/// <param name="Interval">How low and high were computed, such as "student-t 0.95".</param>
internal sealed record Estimate(int N, double Mean, double Low, double High, string Interval)
{
    public double HalfWidth => (High - Low) / 2;
}
