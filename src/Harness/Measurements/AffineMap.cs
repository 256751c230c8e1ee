using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>y = b + Bx, as fitted by a probe.</summary>
/// <param name="Coefficients">One row of feature coefficients for each target.</param>
internal sealed record AffineMap(double[][] Coefficients, double[] Intercepts)
{
    public double Apply(ReadOnlySpan<double> features, int target) => Intercepts[target] + Cholesky.Dot(Coefficients[target], features);
}
