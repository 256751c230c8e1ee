namespace Harness.Statistics;

/// <summary>Mean ± t·s/√n over replicates (Student 1908). Assumes the replicates' values are near normal.</summary>
[Specs.Kind("student-t")]
internal sealed record StudentT(double Level = 0.95) : Interval(Level)
{
    public override int MinimumReplicates => 3;

    public override string Name => FormattableString.Invariant($"student-t {Level}");

    public override string Estimand => "mean";

    public override string Model => "the values of replicates are normal";

    public override bool Suits(bool paired) => !paired;

    protected override Estimate Compute(IReadOnlyList<double> values, Region region) => TInterval.Of(values, Level, Name);
}
