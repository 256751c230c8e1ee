using System.Text.Json.Serialization;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>A null (or a rival location) beside the claim's measure.</summary>
/// <param name="Listed">True when the claim must exceed it.</param>
/// <param name="Estimate">The null's own value over replicates.</param>
/// <param name="Difference">Value − null, paired by replicate (null − value where smaller is better).</param>
internal sealed record NullResult(
    string Name,
    bool Listed,
    Estimate? Estimate,
    Estimate? Difference,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Undefined = null);
