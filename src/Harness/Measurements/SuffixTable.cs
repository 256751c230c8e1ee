using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>The null "table-k": no network, the mean belief of the fit contexts that end in the same k tokens.</summary>
/// <remarks>
/// A context shorter than k is looked up whole. A key that the fit side has not seen falls back to its longest seen suffix.
/// </remarks>
internal sealed class SuffixTable(ContextTable contexts, SuffixLinks links)
{
    /// <summary>Held-out R² of table-k for k = 1..longest, pooled as a probe's.</summary>
    public Measured[] Score(int longest, Weighting weighting, Partition partition, ContextScope scope)
    {
        int[]? foldOf = contexts.FoldsOf(partition);
        if (foldOf is null)
        {
            return [.. Enumerable.Repeat(Measured.Undefined("the partition does not exist for this process"), longest)];
        }
        double[] weights = contexts.Weights(weighting, scope);
        if (Enumerable.Range(0, Folds.Count).Any(fold => !Enumerable.Range(0, contexts.Count).Any(context => foldOf[context] == fold && weights[context] > 0)))
        {
            return [.. Enumerable.Repeat(Measured.Undefined($"fewer than {Folds.Count} folds have contexts"), longest)];
        }
        double[] error = new double[longest];
        double spread = 0, magnitude = 0;
        for (int context = 0; context < contexts.Count; context++)
        {
            magnitude += weights[context] * Cholesky.Dot(contexts.Belief(context), contexts.Belief(context));
        }
        for (int held = 0; held < Folds.Count; held++)
        {
            (double[] mass, double[] sums) = Accumulate(weights, foldOf, held);
            spread += Held(weights, foldOf, held, mass, sums, error);
        }
        return spread > CentredMoments.RoundingShare * magnitude
            ? [.. error.Select(sse => Measured.Of(1 - (sse / spread)))]
            : [.. error.Select(_ => Measured.Undefined("the target has no variance"))];
    }

    /// <summary>Mean excess loss over the optimum, nats, of predicting the next token from the last k tokens, over the trained contexts.</summary>
    public double LossGapNats(int k)
    {
        int alphabet = contexts.Tree.Process.SymbolCount;
        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.Trained);
        Dictionary<int, double[]> laws = [];
        for (int context = 0; context < contexts.Count; context++)
        {
            if (weights[context] > 0)
            {
                double[] law = laws.TryGetValue(links.Last(context + 1, k), out double[]? known) ? known : laws[links.Last(context + 1, k)] = new double[alphabet + 1];
                law[alphabet] += weights[context];
                for (int symbol = 0; symbol < alphabet; symbol++)
                {
                    law[symbol] += weights[context] * contexts.NextToken[((context + 1) * alphabet) + symbol];
                }
            }
        }
        double gap = 0;
        for (int context = 0; context < contexts.Count; context++)
        {
            if (weights[context] > 0)
            {
                double[] law = laws[links.Last(context + 1, k)];
                for (int symbol = 0; symbol < alphabet; symbol++)
                {
                    double p = contexts.NextToken[((context + 1) * alphabet) + symbol];
                    gap += p > 0 ? weights[context] * p * Math.Log(p * law[alphabet] / law[symbol]) : 0;
                }
            }
        }
        return Math.Max(0, gap);
    }

    /// <summary>The belief that table-k gives each context, from the other folds or, in sample, from all rows.</summary>
    /// <param name="decoded">Contexts × states.</param>
    /// <returns>Why there is none; null when there is one.</returns>
    public string? Decode(int k, ProbeKey key, out double[] decoded)
    {
        int states = contexts.Tree.Process.StateCount;
        decoded = new double[contexts.Count * states];
        double[] weights = contexts.Weights(key.Capture.Weighting, key.Capture.Scope);
        int[]? foldOf = key.Fit == Fit.HeldOut ? contexts.FoldsOf(key.Partition) : new int[contexts.Count];
        if (foldOf is null)
        {
            return "the partition does not exist for this process";
        }
        foreach (int held in key.Fit == Fit.HeldOut ? Enumerable.Range(0, Folds.Count) : [0])
        {
            (double[] mass, double[] sums) = Accumulate(weights, foldOf, key.Fit == Fit.HeldOut ? held : -1);
            for (int context = 0; context < contexts.Count; context++)
            {
                if (foldOf[context] == held)
                {
                    int seen = Seen(context, k, mass);
                    for (int s = 0; s < states; s++)
                    {
                        decoded[(context * states) + s] = sums[(seen * states) + s] / mass[seen];
                    }
                }
            }
        }
        return null;
    }

    // The node of the longest suffix of at most k tokens that the fit side has seen.
    private int Seen(int context, int k, double[] mass)
    {
        int key = links.Last(context + 1, k);
        while (mass[key] == 0)
        {
            key = links.Shorter(key);
        }
        return key;
    }

    private (double[] Mass, double[] Sums) Accumulate(double[] weights, int[] foldOf, int held)
    {
        int states = contexts.Tree.Process.StateCount;
        double[] mass = new double[contexts.Tree.Count], sums = new double[contexts.Tree.Count * states];
        for (int context = 0; context < contexts.Count; context++)
        {
            double weight = weights[context];
            if (weight == 0 || foldOf[context] == held)
            {
                continue;
            }
            ReadOnlySpan<double> belief = contexts.Belief(context);
            for (int key = context + 1; ; key = links.Shorter(key))
            {
                mass[key] += weight;
                for (int s = 0; s < states; s++)
                {
                    sums[(key * states) + s] += weight * belief[s];
                }
                if (key == 0)
                {
                    break;
                }
            }
        }
        return (mass, sums);
    }

    private double Held(double[] weights, int[] foldOf, int held, double[] mass, double[] sums, double[] error)
    {
        double spread = 0;
        for (int context = 0; context < contexts.Count; context++)
        {
            double weight = weights[context];
            if (weight == 0 || foldOf[context] != held)
            {
                continue;
            }
            ReadOnlySpan<double> belief = contexts.Belief(context);
            spread += weight * SquaredDistance(belief, 0, mass, sums);
            for (int k = 1; k <= error.Length; k++)
            {
                error[k - 1] += weight * SquaredDistance(belief, Seen(context, k, mass), mass, sums);
            }
        }
        return spread;
    }

    private static double SquaredDistance(ReadOnlySpan<double> belief, int key, double[] mass, double[] sums)
    {
        double sum = 0;
        for (int s = 0; s < belief.Length; s++)
        {
            double difference = belief[s] - (sums[(key * belief.Length) + s] / mass[key]);
            sum += difference * difference;
        }
        return sum;
    }
}
