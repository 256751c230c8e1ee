using Harness.Specs;

namespace Harness.Claims;

/// <summary>Which processes can test a for-all claim. What theory says of a process decides, before any network is trained.</summary>
/// <param name="LeastGapNats">What predicting from the best k-gram table that the claim must beat leaves to learn, at least; asked where it lists one.</param>
/// <param name="GreatestNull">The R² of the best null that theory knows and the claim must beat, at most.</param>
/// <param name="Separates">True where beliefs must not be an affine image of the next-token law.</param>
internal sealed record Eligible(double LeastGapNats = 0.02, double GreatestNull = 0.9, bool Separates = true)
{
    public void Check(Scope at)
    {
        at["leastGapNats"].InRange(LeastGapNats, 0, 100);
        at["greatestNull"].InRange(GreatestNull, -100, 1);
    }
}
