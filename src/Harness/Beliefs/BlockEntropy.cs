using Harness.Numerics;

namespace Harness.Beliefs;

/// <summary>The entropy of whole words.</summary>
/// <remarks>H(L) = −Σ_{|w|=L} P(w) ln P(w), in nats; H(0) = 0 and H(L) − H(L−1) = h_L.</remarks>
internal static class BlockEntropy
{
    /// <summary>For L = 0 to the depth of the tree, both included, from the word probabilities themselves.</summary>
    public static double[] Nats(BeliefTree tree)
    {
        double[] entropies = new double[tree.Depth + 1];
        for (int length = 1; length <= tree.Depth; length++)
        {
            CompensatedSum sum = new();
            for (int node = tree.LevelStart[length]; node < tree.LevelStart[length + 1]; node++)
            {
                sum.Add(Shannon.TermNats(tree.Probabilities[node]));
            }
            entropies[length] = sum.Value;
        }
        return entropies;
    }

    /// <summary>By the chain rule from myopic entropies h_1…h_{D+1}: H(0)…H(D).</summary>
    public static double[] Nats(IReadOnlyList<double> myopicEntropies)
    {
        double[] entropies = new double[myopicEntropies.Count];
        CompensatedSum sum = new();
        for (int length = 1; length < entropies.Length; length++)
        {
            sum.Add(myopicEntropies[length - 1]);
            entropies[length] = sum.Value;
        }
        return entropies;
    }
}
