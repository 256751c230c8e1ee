using System.Text.Json.Serialization;
using Harness.Measurements;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>One thing a claim needs, and where the interval lies.</summary>
/// <param name="Rival">The null, location or other thing compared with; null for a comparison with a constant.</param>
/// <param name="Needs">The bound, in words: "≥ 0.98", "+0.2 over table-3".</param>
/// <param name="Bound">What the estimate is held against; of two ends the nearer one.</param>
/// <param name="Estimate">What is compared with the bound; null when it is undefined.</param>
/// <param name="Undefined">Why there is no estimate.</param>
/// <param name="Quantity">What the estimate and the bound are of, where that is neither the measure nor a difference of it: "share", "τ".</param>
internal sealed record Comparison(
    string? Rival,
    string Needs,
    double Bound,
    Estimate? Estimate,
    Side Side,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Undefined = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Quantity = null)
{
    /// <summary>Holds the interval of replicates' values against the region that the claim accepts.</summary>
    public static Comparison Of(string? rival, string needs, Region region, Interval interval, IEnumerable<(int Seed, Measured Value)> values, string? quantity = null)
    {
        quantity = interval.Quantity ?? quantity;
        Region asked = interval.Asks(region);
        List<double> numbers = [];
        foreach ((int seed, Measured value) in values)
        {
            if (value.Value is not { } number)
            {
                return new Comparison(rival, needs, asked.Nearest(0), null, Side.Straddle, $"seed {seed}: {value.Why}", quantity);
            }
            numbers.Add(number);
        }
        Estimate? estimate = interval.Of(numbers, region);
        return estimate is null
            ? new Comparison(rival, needs, asked.Nearest(0), null, Side.Straddle, interval.Undefined(numbers), quantity)
            : new Comparison(rival, needs, asked.Nearest(estimate.Mean), estimate, asked.Accepts(estimate) ? Side.Accept : asked.Rejects(estimate) ? Side.Reject : Side.Straddle, null, quantity);
    }
}
