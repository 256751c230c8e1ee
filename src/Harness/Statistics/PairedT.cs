namespace Harness.Statistics;

/// <summary>A t-interval for the mean of the differences within replicates: value − null, trained network by trained network.</summary>
[Specs.Kind("paired-t")]
internal sealed record PairedT(double Level = 0.95) : Interval(Level)
{
    public override int MinimumReplicates => 3;

    public override bool IsPaired => true;

    public override string Name => FormattableString.Invariant($"paired-t {Level}");

    protected override Estimate Compute(IReadOnlyList<double> values) => TInterval.Of(values, Level, Name);
}
