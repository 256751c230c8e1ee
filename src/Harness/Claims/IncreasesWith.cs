using System.Text.Json.Serialization;
using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>The measure rises along an ordered list of places: within each replicate one number for the trend, then an interval over replicates.</summary>
/// <remarks>
/// Points are locations, in the network's order where a pattern names several, arms of the experiment, or nulls such as tables of rising order; the covariate is 1, 2, …
/// unless given. Accepts when the interval of the association lies at or above the threshold, rejects when it lies below threshold − margin.
/// A rank association takes few values, often the same in every replicate, so that it needs an interval that is exact with ties. A point is
/// nothing but a name among a replicate's rivals: whatever is measured under a name can be one.
/// </remarks>
internal sealed record IncreasesWith(
    double Threshold,
    [property: JsonPropertyName("locations")] IReadOnlyList<Location>? Places = null,
    [property: JsonPropertyName("nulls")] IReadOnlyList<string>? NullNames = null,
    IReadOnlyList<double>? Covariate = null,
    Association Association = Association.Rank,
    double Margin = 0,
    [property: JsonPropertyName("arms")] IReadOnlyList<string>? ArmNames = null) : Comparator
{
    private const int LeastPoints = 3;

    public override bool IsPaired => true;

    public override bool ComparesValue => false;

    [JsonIgnore]
    public override IReadOnlyList<string> Nulls => NullNames ?? [];

    [JsonIgnore]
    public override IReadOnlyList<Location> Locations => Places ?? [];

    [JsonIgnore]
    public override IReadOnlyList<string> Arms => ArmNames ?? [];

    public override string Needs => FormattableString.Invariant(
        $"{Word} ≥ {Threshold} along {string.Join(", ", [.. Locations.Select(l => l.Name), .. Arms.Select(ArmRival), .. Nulls])}");

    private string Word => Association == Association.Rank ? "τ" : "slope";

    public override void Check(Scope at, Claim claim, MeasureContext context)
    {
        Claims.Threshold.Check(at, Margin, ("threshold", Threshold));
        if (Association == Association.Rank)
        {
            at["threshold"].InRange(Threshold, -1, 1);
            if (!claim.Interval.IsExact)
            {
                at["association"].Report(Problems.Inconsistent(
                    $"A rank association is often the same in every replicate, and the interval '{claim.Interval.Name}' then has no width: it would decide without evidence.",
                    "Use { \"kind\": \"order-statistics\" } or { \"kind\": \"proportion\", … }, or \"association\": \"slope\"."));
            }
        }
        RivalChecks.Nulls(at["nulls"], Nulls, claim, context, name => name == Exceeds.BestNull ? Problems.UnknownValue(name, claim.Measure.NullNames(context.Window)) : null);
        RivalChecks.Locations(at["locations"], Locations, claim, context);
        RivalChecks.Arms(at["arms"], Arms, claim, context);
        int points = Locations.Sum(location => location.Expand(context.Architecture.Hooks).Count) + Arms.Count + Nulls.Count;
        if (points < LeastPoints)
        {
            at.Report(Problems.Inconsistent(
                FormattableString.Invariant($"A trend needs at least {LeastPoints} places; the claim names {points}."), "Name more places, or use \"exceeds\" for two."));
        }
        if (Covariate is { } covariate && (covariate.Count != points || covariate.Distinct().Count() < LeastPoints))
        {
            at["covariate"].Report(Problems.Inconsistent(
                FormattableString.Invariant($"'covariate' must have {points} numbers, one for each place, and at least {LeastPoints} different ones."), "Leave it out to use 1, 2, …"));
        }
    }

    public override IReadOnlyList<Comparison> Compare(IReadOnlyList<ReplicateValue> replicates, Func<ReplicateValue, bool> counted, Interval interval)
    {
        // Places and arms stand before nulls in the list of points, as in the covariate.
        string[] points = [.. Rivals(replicates).Except(Nulls), .. Nulls];
        return [Comparison.Of(null, Needs, Region.AtLeast(Threshold, Margin), interval,
            // A replicate that does not count is counted as one without a trend.
            replicates.Select(replicate => (replicate.Seed, counted(replicate) ? Associate(replicate, points) : Measured.Of(0))), Word)];
    }

    private Measured Associate(ReplicateValue replicate, string[] points)
    {
        Measured[] values = [.. points.Select(replicate.Rival)];
        for (int i = 0; i < points.Length; i++)
        {
            if (values[i].Value is null)
            {
                return Measured.Undefined($"{points[i]}: {values[i].Why}");
            }
        }
        IReadOnlyList<double> x = Covariate ?? [.. Enumerable.Range(1, points.Length).Select(i => (double)i)];
        if (x.Count != points.Length)
        {
            return Measured.Undefined(FormattableString.Invariant($"{points.Length} places for {x.Count} numbers of the covariate"));
        }
        double[] y = [.. values.Select(value => value.Value!.Value)];
        return Measured.Of(Association == Association.Rank ? Trend.Rank(x, y) : Trend.Slope(x, y));
    }
}
