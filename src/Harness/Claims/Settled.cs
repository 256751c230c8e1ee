using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>The network predicts well enough to be asked what it represents.</summary>
/// <remarks>
/// Its loss gap on the trained contexts is at most half the gap of the best k-gram table that the claim must beat, or the stricter
/// number given. An absolute number alone can be vacuous: a 4-gram passes 1e-3 nats on Mess3(0.05, 0.85).
/// </remarks>
internal sealed record Settled(double? MaxLossGapNats = null) : Precondition
{
    // Below the rounding of a loss computed from single-precision log-probabilities.
    private const double SmallestGapNats = 1e-8;

    public override string Name => "settled";

    public override string Words(double bound) => FormattableString.Invariant($"loss gap ≤ {bound:G3} nats");

    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
        if (MaxLossGapNats is { } given)
        {
            at["maxLossGapNats"].Positive(given);
        }
        else if (Tables(claim).Count == 0)
        {
            at.Report(Problems.Inconsistent(
                "'settled' has nothing to be measured by: the claim lists no table null, and there is no 'maxLossGapNats'.",
                "Add \"maxLossGapNats\", or a null such as \"table-3\" to the comparator."));
        }
        if (context.Theory is { } theory && Tables(claim).Any(k => theory.Tables.LossGapNats(k) / 2 < SmallestGapNats))
        {
            at.Report(Problems.Inconsistent(
                "'settled' can never hold: a table that the claim lists predicts as well as the process allows, and no network has half of that loss gap.",
                "Leave that table out of the comparator: it cannot be exceeded here."));
        }
    }

    public override double Bound(Claim claim, TheoryNulls theory) =>
        Tables(claim).Select(k => theory.Tables.LossGapNats(k) / 2).Append(MaxLossGapNats ?? double.PositiveInfinity).Min();

    public override double? Value(Claim claim, ReplicateValue replicate) => replicate.LossGapNats;

    private static List<int> Tables(Claim claim) => [.. claim.Comparator.Nulls.Select(TheoryNulls.TableOrder).OfType<int>()];
}
