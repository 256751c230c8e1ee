using Harness.Measurements;
using Harness.Specs;

namespace Harness.Claims;

/// <summary>The measure, the loss gap and everything the claim compares with are numbers.</summary>
/// <remarks>
/// Without it one undefined number makes a claim inconclusive. With it up to a fifth of the replicates may have one; the verdict must then
/// survive counting them as the null.
/// </remarks>
internal sealed record Finite : Precondition
{
    public override string Name => "finite";

    public override string Words(double bound) => "no undefined number";

    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
    }

    public override double Bound(Claim claim, TheoryNulls theory) => 0;

    public override double? Value(Claim claim, ReplicateValue replicate)
    {
        IEnumerable<Measured> compared = claim.Comparator.Rivals([replicate]).Select(replicate.Rival);
        int undefined = (claim.Comparator.ComparesValue ? compared.Prepend(replicate.Value) : compared).Count(measured => measured.Value is null);
        return undefined + (replicate.LossGapNats is { } gap && double.IsFinite(gap) ? 0 : 1);
    }
}
