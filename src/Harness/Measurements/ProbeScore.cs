namespace Harness.Measurements;

/// <summary>The errors of a probe on the rows that it is scored on, coordinate by coordinate, and the numbers that are made of them.</summary>
/// <param name="Errors">Σ w(ŷ − y)² of each coordinate.</param>
/// <param name="Spreads">Σ w(y − ȳ)² of each coordinate; held out, ȳ is the mean of the fit side.</param>
/// <param name="Magnitudes">Σ wy² of each coordinate: what spreads are rounded against.</param>
/// <param name="Mass">Σ w over the rows.</param>
/// <param name="EffectiveDimensions">Ridge effective degrees of freedom tr C(C + λ)⁻¹, in the fold where they are most for the contexts.</param>
/// <param name="FittingContexts">Distinct contexts on the fit side of that fold.</param>
/// <param name="Why">Why there is no score; null when there is one.</param>
internal sealed record ProbeScore(
    double[] Errors, double[] Spreads, double[] Magnitudes, double Mass, double EffectiveDimensions, int FittingContexts, string? Why = null)
{
    /// <summary>Effective dimensions for each distinct fitting context, beyond which the nested fits have fewer contexts than dimensions.</summary>
    public const double MostDimensionsPerContext = 0.75;

    /// <summary>Standard deviation over folds of 1 − SSE/SST of each: how much the held-out part matters within one network. Never a replicate.</summary>
    public double? FoldDeviation { get; init; }

    public Measured RSquared => Of(ProbeStatistic.RSquared);

    public static ProbeScore Undefined(string why) => new([], [], [], 0, 0, 0, why);

    /// <summary>A statistic over all coordinates, or of one of them.</summary>
    public Measured Of(ProbeStatistic statistic, int? coordinate = null)
    {
        if (Why is not null)
        {
            return Measured.Undefined(Why);
        }
        double error = Sum(Errors, coordinate), spread = Sum(Spreads, coordinate);
        double summed = error / Mass, mean = coordinate is null ? summed / Errors.Length : summed;
        return statistic switch
        {
            ProbeStatistic.Mse => Measured.Of(mean),
            ProbeStatistic.MseSummed => Measured.Of(summed),
            ProbeStatistic.Rmse => Measured.Of(Math.Sqrt(mean)),
            ProbeStatistic.RmseSummed => Measured.Of(Math.Sqrt(summed)),
            _ => spread > CentredMoments.RoundingShare * Sum(Magnitudes, coordinate)
                ? Measured.Of(1 - (error / spread))
                : Measured.Undefined("the target has no variance"),
        };
    }

    /// <summary>The value, or that it means nothing because the probe has about as many dimensions as contexts.</summary>
    public Measured Unsaturated(Measured value) =>
        value.Value is null || EffectiveDimensions <= MostDimensionsPerContext * FittingContexts
            ? value
            : Measured.Saturated(FormattableString.Invariant($"{EffectiveDimensions:F0} effective dimensions for {FittingContexts} distinct contexts"));

    private static double Sum(double[] values, int? coordinate) => coordinate is { } only ? values[only] : values.Sum();
}
