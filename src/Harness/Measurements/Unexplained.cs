namespace Harness.Measurements;

/// <summary>What a prediction leaves of a target, coordinate by coordinate.</summary>
/// <param name="Error">Σ w(y − ŷ)² of each coordinate.</param>
/// <param name="Spread">Σ w(y − ȳ)² of each coordinate, about the mean that is known without the prediction.</param>
internal sealed record Unexplained(double[] Error, double[] Spread)
{
    /// <summary>1 − ΣError/ΣSpread, every coordinate divided by its scale: pooled where the scales are equal, whitened where they are the variances of principal axes.</summary>
    /// <param name="scales">One for each coordinate; all 1 where null.</param>
    public double RSquared(double[]? scales = null)
    {
        double error = 0, spread = 0;
        for (int i = 0; i < Error.Length; i++)
        {
            error += Error[i] / (scales?[i] ?? 1);
            spread += Spread[i] / (scales?[i] ?? 1);
        }
        return 1 - (error / spread);
    }
}
