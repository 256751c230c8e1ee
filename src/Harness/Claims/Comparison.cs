using System.Text.Json.Serialization;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>One thing a claim needs, and where the interval lies.</summary>
/// <param name="Rival">The null or location compared with; null for a comparison with a constant.</param>
/// <param name="Needs">The bound, in words: "≥ 0.98", "+0.2 over table-3".</param>
/// <param name="Estimate">What is compared with the bound; null when it is undefined.</param>
/// <param name="Undefined">Why there is no estimate.</param>
internal sealed record Comparison(
    string? Rival,
    string Needs,
    double Bound,
    Estimate? Estimate,
    Side Side,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Undefined = null);
