using System.Runtime.CompilerServices;
using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>Second moments of [features, targets] about given means, from a matrix of raw cross-products with a column of ones.</summary>
internal sealed class CentredMoments
{
    /// <summary>Centring subtracts sums that agree to about this share of the raw second moments: below it there is only rounding.</summary>
    public const double RoundingShare = 1e-13;

    // Keeps a matrix of nothing but zeros positive definite, with an inverse that is still finite.
    private const double SmallestRidge = 1e-300;

    private readonly double[] _moments;
    private readonly double[] _means;
    private readonly int _features;
    private readonly int _stride;
    private readonly double _rawScale;

    private CentredMoments(double[] moments, double[] means, double[] raw, int features, int stride)
    {
        _rawScale = Trace(raw, features, stride) / features;
        _moments = moments;
        _means = means;
        _features = features;
        _stride = stride;
    }

    /// <summary>The moments of some rows about their own means.</summary>
    public static CentredMoments OfFit(double[] raw, int features, int stride)
    {
        double[] means = raw.AsSpan(features * stride, stride).ToArray();
        double mass = means[features];
        for (int i = 0; i < stride; i++)
        {
            means[i] /= mass;
        }
        return About(means, raw, features, stride);
    }

    /// <summary>Other rows about the same means.</summary>
    public CentredMoments Of(double[] raw) => About(_means, raw, _features, _stride);

    /// <summary>λ in absolute terms: the relative penalty times the mean variance of a feature, and never below rounding.</summary>
    public double Ridge(double penalty) =>
        Math.Max(Math.Max(penalty * Trace(_moments, _features, _stride) / _features, RoundingShare * _rawScale), SmallestRidge);

    /// <summary>Factors the feature block with the penalty added; null when that is not positive definite.</summary>
    public Cholesky? Factor(double penalty)
    {
        double[] block = new double[_features * _features];
        for (int i = 0; i < _features; i++)
        {
            _moments.AsSpan(i * _stride, i + 1).CopyTo(block.AsSpan(i * _features));
        }
        return Cholesky.Factor(block, _features, Ridge(penalty));
    }

    /// <summary>The ridge coefficients of each target of a block: one array of feature coefficients per target.</summary>
    public double[][] Solve(Cholesky factor, int firstTarget, int width)
    {
        double[][] map = new double[width][];
        for (int t = 0; t < width; t++)
        {
            map[t] = _moments.AsSpan(Target(firstTarget + t) * _stride, _features).ToArray();
            factor.Solve(map[t]);
        }
        return map;
    }

    /// <summary>The intercepts that go with a map: target means less the map of the feature means.</summary>
    public double[] Intercepts(double[][] map, int firstTarget) =>
        [.. map.Select((row, t) => _means[Target(firstTarget + t)] - Cholesky.Dot(row, _means.AsSpan(0, _features)))];

    /// <summary>Σ w‖ỹ − Bx̃‖² over the rows of these moments; never below zero, where a perfect fit would come out by rounding.</summary>
    public double Error(double[][] map, int firstTarget)
    {
        double error = 0;
        for (int t = 0; t < map.Length; t++)
        {
            error += CoordinateError(map[t], Target(firstTarget + t));
        }
        return Math.Max(0, error);
    }

    /// <summary>The same coordinate by coordinate.</summary>
    public double[] Errors(double[][] map, int firstTarget) =>
        [.. map.Select((row, t) => Math.Max(0, CoordinateError(row, Target(firstTarget + t))))];

    /// <summary>Σ wỹ² over the rows of these moments, coordinate by coordinate.</summary>
    public double[] Spreads(int firstTarget, int width) =>
        [.. Enumerable.Range(firstTarget, width).Select(t => _moments[(Target(t) * _stride) + Target(t)])];

    /// <summary>Σ wx̃x̃ᵀ of the features, row-major.</summary>
    public double[] FeatureCovariance()
    {
        double[] block = new double[_features * _features];
        for (int i = 0; i < _features; i++)
        {
            _moments.AsSpan(i * _stride, _features).CopyTo(block.AsSpan(i * _features));
        }
        return block;
    }

    /// <summary>Σ wỹỹᵀ of a target, row-major.</summary>
    public double[] TargetCovariance(int firstTarget, int width)
    {
        double[] block = new double[width * width];
        for (int t = 0; t < width; t++)
        {
            _moments.AsSpan((Target(firstTarget + t) * _stride) + Target(firstTarget), width).CopyTo(block.AsSpan(t * width));
        }
        return block;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static CentredMoments About(double[] means, double[] raw, int features, int stride)
    {
        double[] moments = new double[raw.Length];
        ReadOnlySpan<double> sums = raw.AsSpan(features * stride, stride);
        double mass = sums[features];
        for (int i = 0; i < stride; i++)
        {
            for (int j = 0; j < stride; j++)
            {
                int at = (i * stride) + j;
                moments[at] = raw[at] - (sums[i] * means[j]) - (means[i] * sums[j]) + (mass * means[i] * means[j]);
            }
        }
        return new CentredMoments(moments, means, raw, features, stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double CoordinateError(double[] row, int target)
    {
        double quadratic = 0;
        for (int i = 0; i < _features; i++)
        {
            quadratic += row[i] * Cholesky.Dot(_moments.AsSpan(i * _stride, _features), row);
        }
        double cross = Cholesky.Dot(_moments.AsSpan(target * _stride, _features), row);
        return _moments[(target * _stride) + target] - (2 * cross) + quadratic;
    }

    private static double Trace(double[] matrix, int features, int stride)
    {
        double trace = 0;
        for (int i = 0; i < features; i++)
        {
            trace += matrix[(i * stride) + i];
        }
        return trace;
    }

    private int Target(int target) => _features + 1 + target;
}
