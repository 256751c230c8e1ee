namespace Harness.Runner.Families;

/// <summary>A law as whole parts of a total, each at least one.</summary>
internal static class Apportionment
{
    /// <summary>Largest remainders, after one part for everybody.</summary>
    /// <param name="law">Positive, sums to 1; no longer than the total.</param>
    public static int[] Of(IReadOnlyList<double> law, int total)
    {
        int[] parts = [.. law.Select(share => Math.Max(1, (int)Math.Floor(share * total)))];
        while (parts.Sum() != total)
        {
            bool tooFew = parts.Sum() < total;
            int next = Enumerable.Range(0, parts.Length)
                .Where(i => tooFew || parts[i] > 1)
                .MaxBy(i => tooFew ? (law[i] * total) - parts[i] : parts[i] - (law[i] * total));
            parts[next] += tooFew ? 1 : -1;
        }
        return parts;
    }
}
