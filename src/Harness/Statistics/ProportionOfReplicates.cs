using Harness.Specs;

namespace Harness.Statistics;

/// <summary>The share of networks whose value is one that the claim accepts: "at least nine tenths of them reach 0.9".</summary>
/// <remarks>
/// Exact interval of Clopper and Pearson (1934): at least the level for every share, often more. With s values in the region and r beyond it by
/// more than the margin: from the lower limit for s successes to the upper limit for n − r. The claim needs at least <see cref="Share"/>.
/// Nothing is assumed of the values. Least n: shareⁿ ≤ (1 − level)/2, or not even n successes could support the claim; 6 at one half and 0.95.
/// </remarks>
/// <param name="Share">The least share of all networks, those that were not trained included.</param>
[Kind("proportion")]
internal sealed record ProportionOfReplicates(double Share, double Level = 0.95) : Interval(Level)
{
    private const double Rounding = 1e-12;

    public override int MinimumReplicates => Math.Max(1, (int)Math.Ceiling((Math.Log(OneSidedLevel) / Math.Log(Share)) - Rounding));

    public override string Name => FormattableString.Invariant($"proportion {Share} {Level}");

    public override string Estimand => "share of networks whose value the claim accepts";

    public override string? Model => null;

    public override string Quantity => "share";

    public override bool IsExact => true;

    public override Interval OfMeasure => new StudentT(Level);

    public override void Check(Scope at)
    {
        base.Check(at);
        at["share"].InRange(Share, 0.01, 0.99);
    }

    public override Region Asks(Region region) => Region.AtLeast(Share);

    protected override Estimate Compute(IReadOnlyList<double> values, Region region)
    {
        int n = values.Count, accepted = values.Count(region.Accepts), rejected = values.Count(region.Rejects);
        return new Estimate(n, accepted / (double)n, Binomial.Lower(accepted, n, OneSidedLevel), Binomial.Upper(n - rejected, n, OneSidedLevel), Name);
    }
}
