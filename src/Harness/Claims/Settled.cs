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
    public override string Name => "settled";

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
    }

    public override double Bound(Claim claim, TheoryNulls theory) =>
        Tables(claim).Select(k => theory.Tables.LossGapNats(k) / 2).Append(MaxLossGapNats ?? double.PositiveInfinity).Min();

    public override double? Value(ReplicateValue replicate) => replicate.LossGapNats;

    private static List<int> Tables(Claim claim) => [.. claim.Comparator.Nulls.Select(TheoryNulls.TableOrder).OfType<int>()];
}
