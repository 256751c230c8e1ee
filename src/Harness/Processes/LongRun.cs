using Harness.Numerics;

namespace Harness.Processes;

/// <summary>Where a finite Markov chain spends its time in the long run.</summary>
/// <remarks>
/// The Cesàro limit lim 1/L Σ_{l&lt;L} μPˡ = Σ_C a_C π_C: π_C is the stationary law of the recurrent class C, a_C the probability of ending in it from the
/// start μ. The absorption probabilities come from eliminating the transient states one by one, without subtraction (Grassmann, Taksar and
/// Heyman 1985).
/// </remarks>
internal static class LongRun
{
    /// <param name="chain">S×S, row-major, row-stochastic.</param>
    /// <param name="start">μ; it has no influence when there is one class only.</param>
    public static double[] Law(double[] chain, RecurrentClasses classes, double[] start)
    {
        double[] absorbed = Absorbed(chain, classes, start);
        double[] law = new double[start.Length];
        foreach (IReadOnlyList<int> members in classes.Classes)
        {
            double weight = classes.Classes.Count == 1 ? 1 : members.Sum(state => absorbed[state]);
            double[] own = [.. members.SelectMany(from => members.Select(to => chain[(from * start.Length) + to]))];
            double[] stationary = MarkovChain.Stationary(own, members.Count);
            for (int i = 0; i < members.Count; i++)
            {
                law[members[i]] = weight * stationary[i];
            }
        }
        return law;
    }

    /// <summary>Where the recurrent states are first met.</summary>
    private static double[] Absorbed(double[] chain, RecurrentClasses classes, double[] start)
    {
        int states = start.Length;
        double[] p = [.. chain], mass = [.. start];
        List<int> left = [.. Enumerable.Range(0, states)];
        foreach (int state in classes.Transient)
        {
            left.Remove(state);
            double leaving = left.Sum(to => p[(state * states) + to]);
            foreach (int to in left)
            {
                double share = p[(state * states) + to] / leaving;
                mass[to] += mass[state] * share;
                foreach (int from in left)
                {
                    p[(from * states) + to] += p[(from * states) + state] * share;
                }
            }
            mass[state] = 0;
        }
        return mass;
    }
}
