using System.Text.Json.Serialization;
using Harness.Claims;
using Harness.Measurements;

namespace Harness.Reports.Records;

/// <summary>What one claim reads of one replicate: raw values.</summary>
/// <param name="Value">The claim's measure; null when undefined.</param>
/// <param name="Rivals">Nulls, and the same measure at other locations, by name.</param>
internal sealed record ReadingRecord(
    int Seed,
    double? Value,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Undefined,
    double? LossGapNats,
    double? WorstGapNats,
    int? WorstLength,
    IReadOnlyDictionary<string, double> Details,
    IReadOnlyDictionary<string, Measured> Rivals)
{
    public static ReadingRecord Of(ReplicateValue value) => new(
        value.Seed, value.Value.Value, value.Failure ?? value.Value.Why, value.LossGapNats, value.WorstGapNats, value.WorstLength, value.Details, value.Rivals);
}
