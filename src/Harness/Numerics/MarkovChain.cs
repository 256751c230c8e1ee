namespace Harness.Numerics;

/// <summary>Finite Markov chains given by a row-stochastic matrix.</summary>
internal static class MarkovChain
{
    /// <summary>π with πP = π and Σπ = 1, of an irreducible chain; periods do no harm.</summary>
    /// <param name="transitions">Row-major n×n.</param>
    /// <remarks>
    /// Grassmann, Taksar and Heyman 1985: states are eliminated one by one, and no subtraction occurs, so that every entry is accurate to a
    /// few units in the last place even when the chain is nearly reducible.
    /// </remarks>
    public static double[] Stationary(ReadOnlySpan<double> transitions, int states)
    {
        double[] p = transitions.ToArray();
        for (int last = states - 1; last > 0; last--)
        {
            double leaving = 0;
            for (int to = 0; to < last; to++)
            {
                leaving += p[(last * states) + to];
            }
            if (!(leaving > 0))
            {
                throw new ArgumentException("The chain is not irreducible.", nameof(transitions));
            }
            for (int from = 0; from < last; from++)
            {
                double weight = p[(from * states) + last] /= leaving;
                for (int to = 0; weight > 0 && to < last; to++)
                {
                    p[(from * states) + to] += weight * p[(last * states) + to];
                }
            }
        }
        double[] stationary = new double[states];
        stationary[0] = 1;
        for (int state = 1; state < states; state++)
        {
            for (int from = 0; from < state; from++)
            {
                stationary[state] += stationary[from] * p[(from * states) + state];
            }
        }
        double total = stationary.Sum();
        return [.. stationary.Select(weight => weight / total)];
    }
}
