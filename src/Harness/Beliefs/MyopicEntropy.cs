using Harness.Numerics;

namespace Harness.Beliefs;

/// <summary>How uncertain the next token is after contexts of each length.</summary>
/// <remarks>
/// Index L holds h_{L+1} = H[X_{L+1} | X_1…X_L] = Σ_{|w|=L} P(w) H[P(·|w)], in nats: the least cross-entropy any predictor can reach at
/// context length L. From a stationary start it never increases (Crutchfield and Feldman 2003).
/// </remarks>
internal static class MyopicEntropy
{
    /// <summary>For L = 0 to the depth of the tree, both included.</summary>
    public static double[] Nats(BeliefTree tree)
    {
        double[] entropies = new double[tree.Depth + 1];
        Span<double> law = stackalloc double[tree.Process.SymbolCount];
        for (int length = 0; length <= tree.Depth; length++)
        {
            CompensatedSum sum = new();
            for (int node = tree.LevelStart[length]; node < tree.LevelStart[length + 1]; node++)
            {
                tree.NextToken(node, law);
                sum.Add(tree.Probabilities[node] * Shannon.EntropyNats(law));
            }
            entropies[length] = sum.Value;
        }
        return entropies;
    }

    /// <summary>The same without the words, by moving probability over mixed states: any depth is cheap.</summary>
    public static double[] Nats(BeliefChain chain, int depth)
    {
        double[] entropies = new double[depth + 1];
        double[] law = chain.Start();
        for (int length = 0; length <= depth; length++)
        {
            entropies[length] = chain.NextTokenEntropyNats(law);
            law = chain.Step(law);
        }
        return entropies;
    }

    /// <summary>The optimal mean loss when contexts of the given lengths, ends included, count equally.</summary>
    /// <param name="entropies">Indexed by context length.</param>
    public static double OptimalLossNats(IReadOnlyList<double> entropies, int shortest, int longest)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shortest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shortest, longest);
        CompensatedSum sum = new();
        for (int length = shortest; length <= longest; length++)
        {
            sum.Add(entropies[length]);
        }
        return sum.Value / (longest - shortest + 1);
    }
}
