using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>Affine ridge regression of a target, and of its destroyed variants, from cross-products.</summary>
/// <remarks>
/// Minimises Σ w‖y − b − Bx‖² + λ‖B‖², features and targets centred about the fit side's means; λ is relative to the mean variance of a feature.
/// Held out, each fold is scored by the map fitted on the others, and λ is chosen by nested folds: each outer fold's λ minimises the error on
/// the other folds, each left out in turn. R² = 1 − ΣSSE/ΣSST, pooled over folds and coordinates, SST about the fit side's mean (Hastie,
/// Tibshirani and Friedman 2009, §7.10). Every variant chooses its own λ.
/// </remarks>
internal sealed class RidgeProbe
{
    private static readonly double[] Penalties = [.. Enumerable.Range(0, 13).Select(i => Math.Pow(10, i - 11))];

    private readonly double[][] _folds;
    private readonly double[] _total;
    private readonly int _features;
    private readonly int _stride;
    private readonly int[] _distinct;
    private readonly string? _why;
    private double[,,]? _inner;

    public RidgeProbe(CrossProducts products, Partition partition, Target target = Target.Belief)
    {
        Block = products.Targets.Block(target);
        _features = products.Features;
        _stride = products.Stride;
        _folds = products.Of(partition) ?? [];
        _distinct = _folds.Length > 0 ? products.DistinctContexts(partition) : [];
        _total = _folds.Length > 0 ? products.Total : [];
        _why = _folds.Length == 0 ? "the mixed-state presentation is not finite, so every context has a belief of its own"
            : _distinct.Any(count => count == 0) ? $"fewer than {Folds.Count} folds have contexts"
            : null;
    }

    /// <summary>The variants that are fitted.</summary>
    public TargetBlock Block { get; }

    /// <summary>For each variant: its score, and for each fold the map fitted on the others.</summary>
    public IReadOnlyList<FittedProbe> HeldOut()
    {
        if (_why is not null)
        {
            return [.. Enumerable.Range(0, Block.Variants).Select(_ => FittedProbe.Undefined(_why))];
        }
        int width = Block.Width;
        double[][] errors = Zeros(), spreads = Zeros();
        AffineMap[][] maps = [.. errors.Select(_ => new AffineMap[Folds.Count])];
        double[] byFold = new double[Folds.Count];
        double dimensions = 0;
        int fitting = 1;
        for (int held = 0; held < Folds.Count; held++)
        {
            CentredMoments fit = Fit(held, held), on = fit.Of(_folds[held]);
            Dictionary<int, (Cholesky Factor, double Ridge)> factors = [];
            for (int variant = 0; variant < Block.Variants; variant++)
            {
                int best = Best(penalty => Inner[held, penalty, variant]);
                if (!factors.TryGetValue(best, out (Cholesky Factor, double Ridge) found))
                {
                    factors[best] = found = Factor(fit, best);
                }
                double[][] map = fit.Solve(found.Factor, Block.Column(variant), width);
                maps[variant][held] = new AffineMap(map, fit.Intercepts(map, Block.Column(variant)));
                double[] missed = on.Errors(map, Block.Column(variant)), all = on.Spreads(Block.Column(variant), width);
                Add(errors[variant], missed);
                Add(spreads[variant], all);
                if (variant == TargetBlock.Truth)
                {
                    byFold[held] = 1 - (missed.Sum() / all.Sum());
                    double used = _features - (found.Ridge * found.Factor.TraceOfInverse());
                    int contexts = _distinct.Sum() - _distinct[held];
                    if (used * fitting >= dimensions * contexts)
                    {
                        (dimensions, fitting) = (used, contexts);
                    }
                }
            }
        }
        return [.. maps.Select((each, variant) => new FittedProbe(
            new ProbeScore(errors[variant], spreads[variant], Magnitudes(variant), Mass, dimensions, fitting)
            {
                FoldDeviation = variant == TargetBlock.Truth ? Deviation(byFold) : null,
            },
            each))];
    }

    /// <summary>For each variant: the score on the very rows that its map is fitted on, almost without penalty, and that map.</summary>
    public IReadOnlyList<FittedProbe> InSample()
    {
        CentredMoments all = CentredMoments.OfFit(_total, _features, _stride);
        // Without a penalty but what keeps features that determine each other apart.
        (Cholesky factor, double ridge) = all.Factor(0) is { } plain ? (plain, all.Ridge(0)) : Factor(all, 0);
        double dimensions = _features - (ridge * factor.TraceOfInverse());
        return [.. Enumerable.Range(0, Block.Variants).Select(variant =>
        {
            double[][] map = all.Solve(factor, Block.Column(variant), Block.Width);
            return new FittedProbe(
                new ProbeScore(all.Errors(map, Block.Column(variant)), all.Spreads(Block.Column(variant), Block.Width), Magnitudes(variant), Mass, dimensions, _distinct.Sum()),
                [new AffineMap(map, all.Intercepts(map, Block.Column(variant)))]);
        })];
    }

    /// <summary>One map of a variant for all contexts, with the penalty that does best on folds left out two at a time; null where there are no folds.</summary>
    public AffineMap? Whole(int variant)
    {
        if (_why is not null)
        {
            return null;
        }
        CentredMoments all = CentredMoments.OfFit(_total, _features, _stride);
        int best = Best(penalty => Enumerable.Range(0, Folds.Count).Sum(held => Inner[held, penalty, variant]));
        double[][] map = all.Solve(Factor(all, best).Factor, Block.Column(variant), Block.Width);
        return new AffineMap(map, all.Intercepts(map, Block.Column(variant)));
    }

    // A fold without spread about the fit's mean has no R² of its own.
    private static double? Deviation(double[] byFold) => byFold.All(double.IsFinite)
        ? Math.Sqrt(byFold.Sum(value => (value - byFold.Average()) * (value - byFold.Average())) / (byFold.Length - 1))
        : null;

    private double[,,] Inner => _inner ??= InnerErrors();

    private double Mass => _total[(_features * _stride) + _features];

    // Error of each penalty on the fit folds of each outer fold, every one of them left out in turn: [outer fold, penalty, variant].
    private double[,,] InnerErrors()
    {
        double[,,] inner = new double[Folds.Count, Penalties.Length, Block.Variants];
        for (int left = 0; left < Folds.Count; left++)
        {
            for (int right = left + 1; right < Folds.Count; right++)
            {
                CentredMoments fit = Fit(left, right), onLeft = fit.Of(_folds[left]), onRight = fit.Of(_folds[right]);
                for (int p = 0; p < Penalties.Length; p++)
                {
                    Cholesky? factor = fit.Factor(Penalties[p]);
                    for (int variant = 0; variant < Block.Variants; variant++)
                    {
                        int first = Block.Column(variant);
                        double[][]? map = factor is null ? null : fit.Solve(factor, first, Block.Width);
                        inner[left, p, variant] += map is null ? double.PositiveInfinity : onRight.Error(map, first);
                        inner[right, p, variant] += map is null ? double.PositiveInfinity : onLeft.Error(map, first);
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

    private static int Best(Func<int, double> error) => Enumerable.Range(0, Penalties.Length).MinBy(error);

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

    // Σ wy² over all rows, coordinate by coordinate.
    private double[] Magnitudes(int variant) =>
        [.. Enumerable.Range(_features + 1 + Block.Column(variant), Block.Width).Select(column => _total[(column * _stride) + column])];

    private double[][] Zeros() => [.. Enumerable.Range(0, Block.Variants).Select(_ => new double[Block.Width])];

    private static void Add(double[] to, double[] terms)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] += terms[i];
        }
    }

    private static void Subtract(double[] from, double[] matrix)
    {
        for (int i = 0; i < from.Length; i++)
        {
            from[i] -= matrix[i];
        }
    }
}
