using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>Cross-validated affine ridge regression from cross-products.</summary>
/// <remarks>
/// Minimises Σ w‖y − b − Bx‖² + λ‖B‖² on the fit folds, features and targets centred about the fit side's means; λ is relative to the mean
/// variance of a feature and is chosen by nested folds: each outer fold's λ minimises the error on the other folds, each left out in turn.
/// R² = 1 − ΣSSE/ΣSST, pooled over folds and coordinates, SST about the fit side's mean (Hastie, Tibshirani and Friedman 2009, §7.10).
/// </remarks>
internal sealed class RidgeProbe
{
    private static readonly double[] Penalties = [.. Enumerable.Range(0, 13).Select(i => Math.Pow(10, i - 11))];

    private readonly double[][] _folds;
    private readonly double[] _total;
    private readonly int _features;
    private readonly int _stride;
    private readonly int[] _distinct;

    private RidgeProbe(CrossProducts products, Partition partition)
    {
        _folds = products.Of(partition)!;
        _features = products.Features;
        _stride = products.Stride;
        _distinct = products.DistinctContexts(partition);
        _total = Sum(_folds);
    }

    /// <summary>Why nothing can be held out; null where it can.</summary>
    public static string? Refusal(CrossProducts products, Partition partition) =>
        products.Of(partition) is null ? "the mixed-state presentation is not finite, so every context has a belief of its own"
        : products.DistinctContexts(partition).Any(count => count == 0) ? $"fewer than {Folds.Count} folds have contexts"
        : null;

    /// <summary>Scores several target blocks with the same features; each block chooses its own λ.</summary>
    /// <param name="firstTargets">First target column of each block, counted from the first target.</param>
    /// <param name="width">Columns of each block.</param>
    public static IReadOnlyList<ProbeScore> Score(CrossProducts products, Partition partition, IReadOnlyList<int> firstTargets, int width)
    {
        return Refusal(products, partition) is { } why
            ? [.. firstTargets.Select(_ => ProbeScore.Undefined(why))]
            : new RidgeProbe(products, partition).Score(firstTargets, width);
    }

    /// <summary>What the held-out predictions of the first targets leave of each of them; they share the penalty, chosen as for a score.</summary>
    public static Unexplained HeldOut(CrossProducts products, Partition partition, int width)
    {
        RidgeProbe probe = new(products, partition);
        double[,,] inner = probe.InnerErrors([0], width);
        double[] error = new double[width], spread = new double[width];
        for (int held = 0; held < Folds.Count; held++)
        {
            CentredMoments fit = probe.Fit(held, held), on = fit.Of(probe._folds[held]);
            double[][] map = fit.Solve(Factor(fit, Best(inner, held, 0)).Factor, 0, width);
            for (int target = 0; target < width; target++)
            {
                error[target] += on.Error([map[target]], target);
                spread[target] += on.Spread(target, 1);
            }
        }
        return new Unexplained(error, spread);
    }

    /// <summary>What the least-squares prediction leaves on the very rows it was fitted to.</summary>
    public static Unexplained InSample(CrossProducts products, Partition partition, int width)
    {
        RidgeProbe probe = new(products, partition);
        CentredMoments fit = CentredMoments.OfFit(probe._total, probe._features, probe._stride);
        // Without a penalty but what keeps features that determine each other apart.
        double[][] map = fit.Solve(fit.Factor(0) ?? Factor(fit, 0).Factor, 0, width);
        return new Unexplained(
            [.. Enumerable.Range(0, width).Select(target => fit.Error([map[target]], target))],
            [.. Enumerable.Range(0, width).Select(target => fit.Spread(target, 1))]);
    }

    /// <summary>For each fold, the map fitted on the others: what decodes the contexts that it holds out.</summary>
    public static AffineMap[] HeldOutMaps(CrossProducts products, Partition partition, int width)
    {
        RidgeProbe probe = new(products, partition);
        double[,,] inner = probe.InnerErrors([0], width);
        return [.. Enumerable.Range(0, Folds.Count).Select(held =>
        {
            CentredMoments fit = probe.Fit(held, held);
            double[][] map = fit.Solve(Factor(fit, Best(inner, held, 0)).Factor, 0, width);
            return new AffineMap(map, fit.Intercepts(map, 0));
        })];
    }

    private ProbeScore[] Score(IReadOnlyList<int> firstTargets, int width)
    {
        int blocks = firstTargets.Count;
        double[,,] inner = InnerErrors(firstTargets, width);
        double[] error = new double[blocks], spread = new double[blocks];
        double dimensions = 0;
        int fitting = 1;
        for (int held = 0; held < Folds.Count; held++)
        {
            CentredMoments fit = Fit(held, held), on = fit.Of(_folds[held]);
            Dictionary<int, (Cholesky Factor, double Ridge)> factors = [];
            for (int block = 0; block < blocks; block++)
            {
                int best = Best(inner, held, block);
                if (!factors.TryGetValue(best, out (Cholesky Factor, double Ridge) found))
                {
                    factors[best] = found = Factor(fit, best);
                }
                (Cholesky factor, double ridge) = found;
                error[block] += on.Error(fit.Solve(factor, firstTargets[block], width), firstTargets[block]);
                spread[block] += on.Spread(firstTargets[block], width);
                if (block == 0)
                {
                    double used = _features - (ridge * factor.TraceOfInverse());
                    int contexts = _distinct.Sum() - _distinct[held];
                    if (used * fitting >= dimensions * contexts)
                    {
                        (dimensions, fitting) = (used, contexts);
                    }
                }
            }
        }
        return [.. Enumerable.Range(0, blocks).Select(block => spread[block] > CentredMoments.RoundingShare * Magnitude(firstTargets[block], width)
            ? new ProbeScore(Measured.Of(1 - (error[block] / spread[block])), dimensions, fitting)
            : ProbeScore.Undefined("the target has no variance"))];
    }

    // Error of each penalty on the fit folds of each outer fold, every one of them left out in turn: [outer fold, penalty, block].
    private double[,,] InnerErrors(IReadOnlyList<int> firstTargets, int width)
    {
        double[,,] inner = new double[Folds.Count, Penalties.Length, firstTargets.Count];
        for (int left = 0; left < Folds.Count; left++)
        {
            for (int right = left + 1; right < Folds.Count; right++)
            {
                CentredMoments fit = Fit(left, right), onLeft = fit.Of(_folds[left]), onRight = fit.Of(_folds[right]);
                for (int p = 0; p < Penalties.Length; p++)
                {
                    Cholesky? factor = fit.Factor(Penalties[p]);
                    for (int block = 0; block < firstTargets.Count; block++)
                    {
                        double[][]? map = factor is null ? null : fit.Solve(factor, firstTargets[block], width);
                        inner[left, p, block] += map is null ? double.PositiveInfinity : onRight.Error(map, firstTargets[block]);
                        inner[right, p, block] += map is null ? double.PositiveInfinity : onLeft.Error(map, firstTargets[block]);
                    }
                }
            }
        }
        return inner;
    }

    // What the nested folds could factor may miss positive definiteness on other folds by rounding: then the next larger penalty is taken.
    private static (Cholesky Factor, double Ridge) Factor(CentredMoments fit, int best)
    {
        for (int p = best; p < Penalties.Length; p++)
        {
            if (fit.Factor(Penalties[p]) is { } factor)
            {
                return (factor, fit.Ridge(Penalties[p]));
            }
        }
        throw new ArithmeticException("The features' second moments are not finite.");
    }

    // Σ w‖y‖² over all rows.
    private double Magnitude(int firstTarget, int width) =>
        Enumerable.Range(_features + 1 + firstTarget, width).Sum(column => _total[(column * _stride) + column]);

    private static int Best(double[,,] inner, int held, int block) =>
        Enumerable.Range(0, Penalties.Length).MinBy(p => inner[held, p, block]);

    private CentredMoments Fit(int left, int right)
    {
        double[] rest = (double[])_total.Clone();
        Subtract(rest, _folds[left]);
        if (right != left)
        {
            Subtract(rest, _folds[right]);
        }
        return CentredMoments.OfFit(rest, _features, _stride);
    }

    private static double[] Sum(double[][] matrices)
    {
        double[] sum = new double[matrices[0].Length];
        foreach (double[] matrix in matrices)
        {
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += matrix[i];
            }
        }
        return sum;
    }

    private static void Subtract(double[] from, double[] matrix)
    {
        for (int i = 0; i < from.Length; i++)
        {
            from[i] -= matrix[i];
        }
    }
}
