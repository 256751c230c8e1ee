using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>The null "table-k": no network, the mean belief of the fit contexts that end in the same k tokens.</summary>
/// <remarks>
/// A context shorter than k is looked up whole. A key that the fit side has not seen falls back to its longest seen suffix. In sample each
/// key has the mean of its own contexts, so that the table is the least-squares prediction from the key.
/// </remarks>
/// <param name="targets">What is looked up: its first columns, one for each coordinate.</param>
internal sealed class SuffixTable(ContextTable contexts, SuffixLinks links, TargetTable targets)
{
    /// <summary>Why nothing can be held out; null where it can.</summary>
    public string? Refusal(Weighting weighting, Partition partition, ContextScope scope)
    {
        if (contexts.FoldsOf(partition) is not { } foldOf)
        {
            return "the partition does not exist for this process";
        }
        double[] weights = contexts.Weights(weighting, scope);
        return Enumerable.Range(0, Folds.Count).Any(fold => !Enumerable.Range(0, contexts.Count).Any(context => foldOf[context] == fold && weights[context] > 0))
            ? $"fewer than {Folds.Count} folds have contexts"
            : null;
    }

    /// <summary>Held-out R² of table-k for k = 1..longest, pooled as a probe's.</summary>
    public Measured[] Score(int longest, Weighting weighting, Partition partition, ContextScope scope)
    {
        if (Refusal(weighting, partition, scope) is { } why)
        {
            return [.. Enumerable.Repeat(Measured.Undefined(why), longest)];
        }
        double[] weights = contexts.Weights(weighting, scope);
        double magnitude = 0;
        for (int context = 0; context < contexts.Count; context++)
        {
            magnitude += weights[context] * Cholesky.Dot(contexts.Belief(context), contexts.Belief(context));
        }
        Unexplained[] left = HeldOut(longest, weighting, partition, scope);
        return left[0].Spread.Sum() > CentredMoments.RoundingShare * magnitude
            ? [.. left.Select(table => Measured.Of(table.RSquared()))]
            : [.. left.Select(_ => Measured.Undefined("the target has no variance"))];
    }

    /// <summary>What table-k leaves of contexts that it was not fitted to, for k = 1..longest.</summary>
    public Unexplained[] HeldOut(int longest, Weighting weighting, Partition partition, ContextScope scope)
    {
        int[] foldOf = contexts.FoldsOf(partition)!;
        double[] weights = contexts.Weights(weighting, scope), spread = new double[targets.States];
        double[][] error = [.. Enumerable.Range(0, longest).Select(_ => new double[targets.States])];
        for (int held = 0; held < Folds.Count; held++)
        {
            (double[] mass, double[] sums) = Accumulate(weights, foldOf, held);
            Held(weights, foldOf, held, mass, sums, error, spread);
        }
        return [.. error.Select(table => new Unexplained(table, spread))];
    }

    /// <summary>What table-k leaves of the very contexts it was fitted to, for k = 1..longest.</summary>
    public Unexplained[] InSample(int longest, Weighting weighting, ContextScope scope)
    {
        double[] weights = contexts.Weights(weighting, scope), spread = InSample(0, weights);
        return [.. Enumerable.Range(1, longest).Select(k => new Unexplained(InSample(k, weights), spread))];
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

    /// <summary>The target that table-k gives each context, from the other folds or, in sample, from all rows.</summary>
    /// <param name="decoded">Contexts × coordinates.</param>
    /// <returns>Why there is none; null when there is one.</returns>
    public string? Decode(int k, ProbeKey key, out double[] decoded)
    {
        int columns = targets.States;
        decoded = new double[contexts.Count * columns];
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
                    for (int s = 0; s < columns; s++)
                    {
                        decoded[(context * columns) + s] = sums[(seen * columns) + s] / mass[seen];
                    }
                }
            }
        }
        return null;
    }

    // The key of the longest suffix of at most k tokens that the fit side has seen.
    private int Seen(int context, int k, double[] mass)
    {
        int key = links.Last(context + 1, k);
        while (mass[key] == 0)
        {
            key = links.Shorter(key);
        }
        return key;
    }

    // Σ w(y − ȳ_key)² of each coordinate; with k = 0 all contexts share one mean.
    private double[] InSample(int k, double[] weights)
    {
        int columns = targets.States;
        double[] mass = new double[links.Count], sums = new double[links.Count * columns], error = new double[columns];
        for (int context = 0; context < contexts.Count; context++)
        {
            Add(weights[context], targets.Row(context), links.Last(context + 1, k), mass, sums);
        }
        for (int context = 0; context < contexts.Count; context++)
        {
            if (weights[context] > 0)
            {
                AddSquares(weights[context], targets.Row(context), links.Last(context + 1, k), mass, sums, error);
            }
        }
        return error;
    }

    private (double[] Mass, double[] Sums) Accumulate(double[] weights, int[] foldOf, int held)
    {
        double[] mass = new double[links.Count], sums = new double[links.Count * targets.States];
        for (int context = 0; context < contexts.Count; context++)
        {
            if (weights[context] == 0 || foldOf[context] == held)
            {
                continue;
            }
            for (int key = links.Of(context + 1); ; key = links.Shorter(key))
            {
                Add(weights[context], targets.Row(context), key, mass, sums);
                if (key == 0)
                {
                    break;
                }
            }
        }
        return (mass, sums);
    }

    private void Held(double[] weights, int[] foldOf, int held, double[] mass, double[] sums, double[][] error, double[] spread)
    {
        for (int context = 0; context < contexts.Count; context++)
        {
            double weight = weights[context];
            if (weight == 0 || foldOf[context] != held)
            {
                continue;
            }
            AddSquares(weight, targets.Row(context), 0, mass, sums, spread);
            for (int k = 1; k <= error.Length; k++)
            {
                AddSquares(weight, targets.Row(context), Seen(context, k, mass), mass, sums, error[k - 1]);
            }
        }
    }

    private void Add(double weight, ReadOnlySpan<double> target, int key, double[] mass, double[] sums)
    {
        mass[key] += weight;
        for (int s = 0; s < targets.States; s++)
        {
            sums[(key * targets.States) + s] += weight * target[s];
        }
    }

    private void AddSquares(double weight, ReadOnlySpan<double> target, int key, double[] mass, double[] sums, double[] squares)
    {
        for (int s = 0; s < targets.States; s++)
        {
            double difference = target[s] - (sums[(key * targets.States) + s] / mass[key]);
            squares[s] += weight * difference * difference;
        }
    }
}
