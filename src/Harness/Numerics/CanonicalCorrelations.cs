using MathNet.Numerics.LinearAlgebra;

namespace Harness.Numerics;

/// <summary>How far one set of variables determines another affinely, direction by direction, whatever coordinates either is written in.</summary>
/// <remarks>
/// Hotelling 1936: the singular values ρ of Σ_yy^(−½) Σ_yx Σ_xx^(−½). A direction of y with ρ² = 1 is an affine image of x. The mean of ρ² over
/// the directions of y is the R² of whitened y.
/// </remarks>
internal static class CanonicalCorrelations
{
    /// <summary>ρ² in descending order, one for each direction in which y varies.</summary>
    /// <param name="x">Row-major, one row for each point.</param>
    /// <param name="y">Row-major, the same points.</param>
    public static double[] Squared(ReadOnlySpan<double> x, int xDimensions, ReadOnlySpan<double> y, int yDimensions, ReadOnlySpan<double> weights)
    {
        PrincipalAxes ofX = PrincipalAxes.Of(x, weights, xDimensions), ofY = PrincipalAxes.Of(y, weights, yDimensions);
        if (ofX.Count == 0 || ofY.Count == 0)
        {
            return new double[ofY.Count];
        }
        Matrix<double> cross = Matrix<double>.Build.Dense(ofY.Count, ofX.Count);
        double[] a = new double[ofX.Count], b = new double[ofY.Count];
        double mass = 0;
        for (int point = 0; point < weights.Length; point++)
        {
            mass += weights[point];
            ofX.Project(x.Slice(point * xDimensions, xDimensions), a);
            ofY.Project(y.Slice(point * yDimensions, yDimensions), b);
            for (int i = 0; i < b.Length; i++)
            {
                for (int j = 0; j < a.Length; j++)
                {
                    cross[i, j] += weights[point] * b[i] * a[j];
                }
            }
        }
        for (int i = 0; i < b.Length; i++)
        {
            for (int j = 0; j < a.Length; j++)
            {
                cross[i, j] /= mass * Math.Sqrt(ofY.Variances[i] * ofX.Variances[j]);
            }
        }
        double[] squared = new double[ofY.Count];
        foreach ((int i, double value) in cross.Svd(computeVectors: false).S.Index())
        {
            squared[i] = Math.Min(1, value * value);
        }
        return squared;
    }
}
