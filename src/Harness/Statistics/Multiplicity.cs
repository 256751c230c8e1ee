namespace Harness.Statistics;

/// <summary>p-values adjusted for being some of several: each may be compared with the level as if it stood alone.</summary>
internal static class Multiplicity
{
    /// <summary>Holm 1979: p̃₍ᵢ₎ = max over j ≤ i of min(1, (m − j + 1)·p₍ⱼ₎). Keeps the chance of any wrong rejection, whatever depends on what.</summary>
    public static double[] Holm(IReadOnlyList<double> p) =>
        Adjust(p, ascending: true, (value, rank) => (p.Count - rank + 1) * value);

    /// <summary>Benjamini and Hochberg 1995: p̃₍ᵢ₎ = min over j ≥ i of min(1, m·p₍ⱼ₎/j). Keeps the expected share of wrong rejections for independent or positively dependent p.</summary>
    public static double[] BenjaminiHochberg(IReadOnlyList<double> p) =>
        Adjust(p, ascending: false, (value, rank) => p.Count * value / rank);

    // Ranks count from 1 at the smallest p. Going up the adjusted values may not fall, going down they may not rise.
    private static double[] Adjust(IReadOnlyList<double> p, bool ascending, Func<double, int, double> scaled)
    {
        double[] adjusted = new double[p.Count];
        int[] order = [.. Enumerable.Range(0, p.Count).OrderBy(i => p[i])];
        double running = ascending ? 0 : 1;
        foreach (int rank in ascending ? Enumerable.Range(1, p.Count) : Enumerable.Range(1, p.Count).Reverse())
        {
            double value = Math.Min(1, scaled(p[order[rank - 1]], rank));
            running = ascending ? Math.Max(running, value) : Math.Min(running, value);
            adjusted[order[rank - 1]] = running;
        }
        return adjusted;
    }
}
