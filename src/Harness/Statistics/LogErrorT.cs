namespace Harness.Statistics;

/// <summary>A t-interval on −log(1 − value), for statistics bounded by 1 such as R², taken back to the statistic's own scale.</summary>
/// <remarks>
/// With y = −log(1 − x): 1 − exp(−(ȳ ± t·s/√n)). The estimand is 1 − exp(E log(1 − x)): one minus the geometric mean of the unexplained
/// share. It is at least the mean of x (Jensen), and the same for replicates that do not differ. The interval never reaches 1, and is
/// longer on its lower side. A value of 1 has no logarithm of its error: undefined.
/// </remarks>
[Specs.Kind("log-error-t")]
internal sealed record LogErrorT(double Level = 0.95) : Interval(Level)
{
    public override int MinimumReplicates => 3;

    public override string Name => FormattableString.Invariant($"log-error-t {Level}");

    public override string Estimand => "1 − geometric mean of 1 − value";

    public override string Model => "log(1 − value) is normal over replicates";

    public override bool Suits(bool paired) => !paired;

    public override string? Undefined(IReadOnlyList<double> values) => base.Undefined(values)
        ?? (values.All(value => value < 1) ? null : "a value of 1 or more has no logarithm of its error");

    protected override Estimate Compute(IReadOnlyList<double> values, Region region)
    {
        Estimate transformed = TInterval.Of([.. values.Select(value => -Math.Log(1 - value))], Level, Name);
        return new Estimate(transformed.N, Back(transformed.Mean), Back(transformed.Low), Back(transformed.High), Name);
    }

    private static double Back(double y) => -double.ExpM1(-y);
}
