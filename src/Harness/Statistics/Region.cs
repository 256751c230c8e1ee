namespace Harness.Statistics;

/// <summary>The values that a claim accepts, and how far beyond them a value must lie to be rejected.</summary>
/// <param name="Low">Lower end, included; −∞ where there is none.</param>
/// <param name="High">Upper end, included; +∞ where there is none.</param>
/// <param name="Margin">The smallest difference that matters, fixed before looking.</param>
internal sealed record Region(double Low, double High, double Margin = 0)
{
    public static Region AtLeast(double low, double margin = 0) => new(low, double.PositiveInfinity, margin);

    public static Region AtMost(double high, double margin = 0) => new(double.NegativeInfinity, high, margin);

    public bool Accepts(double value) => value >= Low && value <= High;

    public bool Rejects(double value) => value < Low - Margin || value > High + Margin;

    /// <summary>The whole interval lies in the region.</summary>
    public bool Accepts(Estimate estimate) => estimate.Low >= Low && estimate.High <= High;

    /// <summary>The whole interval lies beyond one end by more than the margin.</summary>
    public bool Rejects(Estimate estimate) => estimate.High < Low - Margin || estimate.Low > High + Margin;

    /// <summary>The end that a value is nearer to.</summary>
    public double Nearest(double value) =>
        double.IsInfinity(Low) ? High : double.IsInfinity(High) ? Low : Math.Abs(value - Low) <= Math.Abs(value - High) ? Low : High;
}
