using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>Equivalence: accepts when the whole interval lies in [low, high]; rejects when it lies outside by more than the margin.</summary>
/// <remarks>
/// Two one-sided tests, each at (1 − level)/2 (Schuirmann 1987): a true value at one end is wrongly accepted no more often than that, as
/// the other end can only make accepting rarer.
/// </remarks>
internal sealed record Within(double Low, double High, double Margin = 0) : Comparator
{
    public override bool IsPaired => false;

    public override string Needs => FormattableString.Invariant($"in [{Low}, {High}]");

    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
        Claims.Threshold.Check(at, Margin, ("low", Low), ("high", High));
        if (Low >= High)
        {
            at["high"].Report(Problems.Inconsistent(
                FormattableString.Invariant($"'high' is {High} and 'low' is {Low}: no interval of any width lies between them."), "Write the smaller end as \"low\"."));
        }
    }

    public override IReadOnlyList<Comparison> Compare(IReadOnlyList<ReplicateValue> replicates, Func<ReplicateValue, bool> counted, Interval interval) =>
        [Claims.Threshold.Compare(replicates, counted, interval, Needs, new Region(Low, High, Margin))];
}
