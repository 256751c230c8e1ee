using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The belief as a sum over tokens: what one layer of attention can add up, without the products that exact filtering needs.</summary>
/// <remarks>
/// r(d) = π + Σ_{s=1..d} (πT^{|z_s} T^{d−s} − π), with πT^{|z} = πT⁽ᶻ⁾ / (πT⁽ᶻ⁾φ) the belief after the single token z (equation A6 of arXiv:2502.01954, in
/// its posterior form; normalising each row of T⁽ᶻ⁾ instead gives other lengths). Token by token the same is
/// r(d) = π + (r(d−1) − π) T + (πT^{|z_d} − π). r is no belief: it sums to 1 (rφ = 1), but entries may leave [0, 1].
/// </remarks>
internal sealed class ConstrainedBelief
{
    private readonly HiddenMarkovModel _process;
    private readonly double[][] _posterior;

    public ConstrainedBelief(HiddenMarkovModel process)
    {
        _process = process;
        _posterior = [.. Enumerable.Range(0, process.SymbolCount).Select(symbol =>
        {
            double[] posterior = new double[process.StateCount];
            return process.Advance([.. process.Stationary], symbol, posterior) > 0 ? posterior : [.. process.Stationary];
        })];
    }

    /// <summary>r for every node of a tree, [node·S + state], by the recursion.</summary>
    public double[] Of(BeliefTree tree)
    {
        int states = _process.StateCount;
        double[] beliefs = new double[tree.Count * states];
        _process.Stationary.ToArray().CopyTo(beliefs, 0);
        for (int node = 1; node < tree.Count; node++)
        {
            double[] moved = Move(Difference(beliefs.AsSpan(tree.Parents[node] * states, states)));
            double[] posterior = _posterior[tree.Symbols[node]];
            for (int state = 0; state < states; state++)
            {
                beliefs[(node * states) + state] = moved[state] + posterior[state];
            }
        }
        return beliefs;
    }

    /// <summary>r after a word, by the sum over its tokens.</summary>
    public double[] Of(IReadOnlyList<int> word)
    {
        double[] sum = [.. _process.Stationary];
        for (int s = 0; s < word.Count; s++)
        {
            double[] term = Difference(_posterior[word[s]]);
            for (int lag = s + 1; lag < word.Count; lag++)
            {
                term = Move(term);
            }
            for (int state = 0; state < sum.Length; state++)
            {
                sum[state] += term[state];
            }
        }
        return sum;
    }

    private double[] Difference(ReadOnlySpan<double> belief)
    {
        double[] difference = belief.ToArray();
        for (int state = 0; state < difference.Length; state++)
        {
            difference[state] -= _process.Stationary[state];
        }
        return difference;
    }

    // v T
    private double[] Move(double[] vector)
    {
        double[] sum = new double[vector.Length], part = new double[vector.Length];
        for (int symbol = 0; symbol < _process.SymbolCount; symbol++)
        {
            _process.Propagate(vector, symbol, part);
            for (int state = 0; state < sum.Length; state++)
            {
                sum[state] += part[state];
            }
        }
        return sum;
    }
}
