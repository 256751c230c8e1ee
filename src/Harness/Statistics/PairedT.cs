namespace Harness.Statistics;

/// <summary>A t-interval for the mean of the differences within replicates: value − null, trained network by trained network.</summary>
[Specs.Kind("paired-t")]
internal sealed record PairedT(double Level = 0.95) : Interval(Level)
{
    public override int MinimumReplicates => 3;

    public override string Name => FormattableString.Invariant($"paired-t {Level}");

    public override string Estimand => "mean of the differences within replicates";

    public override string Model => "the differences within replicates are normal";

    public override Interval OfMeasure => new StudentT(Level);

    public override bool Suits(bool paired) => paired;

    protected override Estimate Compute(IReadOnlyList<double> values, Region region) => TInterval.Of(values, Level, Name);
}
