using MathNet.Numerics.LinearAlgebra;

namespace Harness.Numerics;

/// <summary>The directions in which weighted points vary, most variance first.</summary>
/// <remarks>
/// Eigenvectors of Σ w(y − ȳ)(y − ȳ)ᵀ / Σ w, each turned so that its largest component is positive. Directions with less than
/// <see cref="LeastShare"/> of the largest variance are rounding, or nothing that a measurement could see, and are left out.
/// </remarks>
internal sealed class PrincipalAxes
{
    /// <summary>Of the largest variance; a direction with less is not counted.</summary>
    public const double LeastShare = 1e-9;

    // Points that agree to this share of their magnitude are one point.
    private const double RoundingShare = 1e-13;

    private PrincipalAxes(double[] mean, double[] variances, double[][] directions)
    {
        Mean = mean;
        Variances = variances;
        Directions = directions;
    }

    /// <summary>ȳ.</summary>
    public double[] Mean { get; }

    /// <summary>In descending order, all of them positive; empty where the points do not vary.</summary>
    public double[] Variances { get; }

    /// <summary>Unit vectors, one for each variance.</summary>
    public double[][] Directions { get; }

    /// <summary>The number of directions in which the points vary.</summary>
    public int Count => Variances.Length;

    /// <param name="points">Row-major, one after the other.</param>
    /// <param name="weights">One for each point.</param>
    public static PrincipalAxes Of(ReadOnlySpan<double> points, ReadOnlySpan<double> weights, int dimensions)
    {
        double[] mean = new double[dimensions];
        double mass = 0, magnitude = 0;
        for (int point = 0; point < weights.Length; point++)
        {
            mass += weights[point];
            for (int i = 0; i < dimensions; i++)
            {
                double value = points[(point * dimensions) + i];
                mean[i] += weights[point] * value;
                magnitude += weights[point] * value * value;
            }
        }
        mean = [.. mean.Select(sum => sum / mass)];
        Matrix<double> covariance = Matrix<double>.Build.Dense(dimensions, dimensions);
        double[] centred = new double[dimensions];
        for (int point = 0; point < weights.Length; point++)
        {
            for (int i = 0; i < dimensions; i++)
            {
                centred[i] = points[(point * dimensions) + i] - mean[i];
                for (int j = 0; j <= i; j++)
                {
                    covariance[i, j] += weights[point] / mass * centred[i] * centred[j];
                }
            }
        }
        return Of(mean, covariance, RoundingShare * magnitude / mass);
    }

    /// <summary>The coordinates of a point along the axes, from the mean.</summary>
    public void Project(ReadOnlySpan<double> point, Span<double> coordinates)
    {
        for (int axis = 0; axis < Count; axis++)
        {
            double sum = 0;
            for (int i = 0; i < point.Length; i++)
            {
                sum += Directions[axis][i] * (point[i] - Mean[i]);
            }
            coordinates[axis] = sum;
        }
    }

    private static PrincipalAxes Of(double[] mean, Matrix<double> lower, double rounding)
    {
        int dimensions = mean.Length;
        MathNet.Numerics.LinearAlgebra.Factorization.Evd<double> evd =
            Matrix<double>.Build.Dense(dimensions, dimensions, (i, j) => i >= j ? lower[i, j] : lower[j, i]).Evd(Symmetricity.Symmetric);
        double[] variances = [.. evd.EigenValues.Select(value => value.Real)];
        int[] order = [.. Enumerable.Range(0, dimensions).OrderByDescending(axis => variances[axis])];
        double least = Math.Max(rounding, LeastShare * variances[order[0]]);
        int[] kept = [.. order.TakeWhile(axis => variances[axis] > least)];
        return new PrincipalAxes(mean, [.. kept.Select(axis => variances[axis])], [.. kept.Select(axis => Oriented(evd.EigenVectors.Column(axis).ToArray()))]);
    }

    private static double[] Oriented(double[] axis) => axis.MaxBy(Math.Abs) < 0 ? [.. axis.Select(component => -component)] : axis;
}
