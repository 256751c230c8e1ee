namespace Harness.Processes;

/// <summary>The stationary law of an irreducible Markov chain, solved directly.</summary>
/// <remarks>
/// πT = π, Σπ = 1, by eliminating one state after the other (Grassmann, Taksar and Heyman 1985): Gaussian elimination without a single
/// subtraction, so every component is accurate to rounding, however small. Cubic in the number of states.
/// </remarks>
internal static class StationaryLaw
{
    /// <param name="chain">S×S, row-stochastic, irreducible, row-major.</param>
    public static double[] Solve(double[] chain, int states)
    {
        double[] t = [.. chain];
        for (int last = states - 1; last > 0; last--)
        {
            double leaving = 0;
            for (int to = 0; to < last; to++)
            {
                leaving += t[(last * states) + to];
            }
            for (int from = 0; from < last; from++)
            {
                double share = t[(from * states) + last] /= leaving;
                for (int to = 0; to < last && share > 0; to++)
                {
                    t[(from * states) + to] += share * t[(last * states) + to];
                }
            }
        }
        double[] law = new double[states];
        law[0] = 1;
        for (int state = 1; state < states; state++)
        {
            for (int from = 0; from < state; from++)
            {
                law[state] += law[from] * t[(from * states) + state];
            }
        }
        double sum = law.Sum();
        return [.. law.Select(mass => mass / sum)];
    }
}
