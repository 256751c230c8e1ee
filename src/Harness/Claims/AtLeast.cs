using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>Accepts when the interval lies at or above the threshold; rejects when it lies below threshold − margin.</summary>
internal sealed record AtLeast(double Threshold, double Margin = 0) : Comparator
{
    public override bool IsPaired => false;

    public override string Needs => FormattableString.Invariant($"≥ {Threshold}");

    public override void Check(Scope at, Claim claim, MeasureContext context) => Claims.Threshold.Check(at, Margin, ("threshold", Threshold));

    public override IReadOnlyList<Comparison> Compare(IReadOnlyList<ReplicateValue> replicates, Func<ReplicateValue, bool> counted, Interval interval) =>
        [Claims.Threshold.Compare(replicates, counted, interval, Needs, Region.AtLeast(Threshold, Margin))];
}
