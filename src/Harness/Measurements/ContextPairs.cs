using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>Pairs of distinct contexts, each pair weighted by the product of its contexts' weights.</summary>
/// <remarks>
/// All of them up to <see cref="MostExact"/> contexts. Beyond, <see cref="SampleSize"/> pairs are drawn with replacement with probability
/// proportional to that product, and count alike; the draws come from a stream of their own, the same for every replicate and null.
/// </remarks>
internal sealed class ContextPairs
{
    /// <summary>The most contexts whose pairs are all used: 8.4 million of them.</summary>
    public const int MostExact = 4096;

    /// <summary>How many pairs are drawn when there are more contexts.</summary>
    public const int SampleSize = 1 << 20;

    private ContextPairs(int[] contexts, double[] weights, (int[] First, int[] Second)? drawn)
    {
        Contexts = contexts;
        Weights = weights;
        Drawn = drawn;
    }

    /// <summary>The contexts of positive weight.</summary>
    public int[] Contexts { get; }

    /// <summary>Their weights, in the same order.</summary>
    public double[] Weights { get; }

    /// <summary>The drawn pairs, as indices into <see cref="Contexts"/>; null where all pairs are used.</summary>
    public (int[] First, int[] Second)? Drawn { get; }

    public long Count => Drawn is { } drawn ? drawn.First.Length : (long)Contexts.Length * (Contexts.Length - 1) / 2;

    public static ContextPairs Of(double[] weights, int mostExact = MostExact, int sampleSize = SampleSize)
    {
        int[] contexts = [.. Enumerable.Range(0, weights.Length).Where(context => weights[context] > 0)];
        double[] own = [.. contexts.Select(context => weights[context])];
        return new ContextPairs(contexts, own, contexts.Length > mostExact ? Draw(own, sampleSize) : null);
    }

    private static (int[] First, int[] Second) Draw(double[] weights, int size)
    {
        RandomStream random = new Seed(0).Stream("context-pairs");
        double[] cumulative = new double[weights.Length];
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            cumulative[i] = sum += weights[i];
        }
        int[] first = new int[size], second = new int[size];
        for (int pair = 0; pair < size; pair++)
        {
            do
            {
                (first[pair], second[pair]) = (Pick(), Pick());
            }
            while (first[pair] == second[pair]);
        }
        return (first, second);

        int Pick()
        {
            int found = Array.BinarySearch(cumulative, random.NextDouble() * sum);
            return Math.Min(found >= 0 ? found + 1 : ~found, weights.Length - 1);
        }
    }
}
