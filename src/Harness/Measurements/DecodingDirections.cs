using Harness.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Harness.Measurements;

/// <summary>The subspace of activation space that a target is decoded along.</summary>
internal static class DecodingDirections
{
    private const double LeastVariance = 1e-9;
    private const double LeastSingularValue = 1e-6;

    /// <summary>The span of the map's rows along the axes of the target that vary; null where nothing is decoded.</summary>
    /// <remarks>Ŷ = BX. With the target's covariance E diag(v) Eᵀ and E₊ its axes with v above the tolerance, the rows of E₊ᵀB.</remarks>
    public static Subspace? Of(Capture capture, ProbeKey key, int variant)
    {
        RidgeProbe probe = capture.Probe(key.Capture, key.Target, key.Partition);
        CrossProducts products = capture.Products(key.Capture);
        if (!products.FeaturesVary() || probe.Whole(variant) is not { } map)
        {
            return null;
        }
        int width = probe.Block.Width;
        double[] covariance = CentredMoments.OfFit(products.Total, products.Features, products.Stride).TargetCovariance(probe.Block.Column(variant), width);
        var axes = Matrix<double>.Build.Dense(width, width, covariance).Evd(Symmetricity.Symmetric);
        double largest = axes.EigenValues.Max(value => value.Real);
        List<double[]> rows = [.. Enumerable.Range(0, width)
            .Where(axis => largest > 0 && axes.EigenValues[axis].Real > LeastVariance * largest)
            .Select(axis => Combine(map.Coefficients, axes.EigenVectors.Column(axis)))];
        return rows.Count > 0 ? Subspace.Span(rows, LeastSingularValue) : null;
    }

    private static double[] Combine(double[][] rows, Vector<double> weights)
    {
        double[] sum = new double[rows[0].Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int i = 0; i < sum.Length; i++)
            {
                sum[i] += weights[row] * rows[row][i];
            }
        }
        return sum;
    }
}
