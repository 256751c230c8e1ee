using MathNet.Numerics.LinearAlgebra;

namespace Harness.Numerics;

/// <summary>Eigenvalues of a covariance matrix, largest first: the variances along its principal axes.</summary>
/// <param name="Variances">Negative ones, which only rounding makes, are 0.</param>
internal sealed record Spectrum(double[] Variances)
{
    // Shares are sums of rounded numbers: what misses one by this much has reached it.
    private const double Rounding = 1e-12;

    public double Total => Variances.Sum();

    /// <summary>(Σλ)² / Σλ²: how many equal variances would spread as evenly.</summary>
    public double ParticipationRatio => Total * Total / Variances.Sum(variance => variance * variance);

    /// <param name="covariance">Symmetric, row-major.</param>
    public static Spectrum Of(double[] covariance, int size) => new(
        [.. Matrix<double>.Build.Dense(size, size, covariance).Evd(Symmetricity.Symmetric).EigenValues.Select(value => Math.Max(0, value.Real)).OrderDescending()]);

    /// <summary>The share of the total variance along the first k axes.</summary>
    public double Share(int components) => Variances.Take(components).Sum() / Total;

    /// <summary>The least number of axes that together hold a share of the total variance.</summary>
    public int Components(double share)
    {
        double sum = 0, enough = (share - Rounding) * Total;
        for (int k = 0; k < Variances.Length; k++)
        {
            sum += Variances[k];
            if (sum >= enough)
            {
                return k + 1;
            }
        }
        return Variances.Length;
    }
}
