using Harness.Measurements;

namespace Harness.Claims;

/// <summary>What the judge sees of one replicate: numbers only.</summary>
/// <param name="Value">The claim's measure.</param>
/// <param name="Rivals">Nulls, and the same measure at other locations, by name.</param>
/// <param name="LossGapNats">Mean excess loss on the trained contexts; null when training diverged.</param>
/// <param name="WorstGapNats">The same at the worst context length.</param>
/// <param name="Failure">Why there is no usable network; null normally.</param>
internal sealed record ReplicateValue(
    int Seed,
    Measured Value,
    IReadOnlyDictionary<string, Measured> Rivals,
    double? LossGapNats = null,
    double? WorstGapNats = null,
    int? WorstLength = null,
    string? Failure = null)
{
    /// <summary>Further facts about the value, such as effective dimensions.</summary>
    public IReadOnlyDictionary<string, double> Details { get; init; } = new Dictionary<string, double>();

    public bool HigherIsBetter { get; init; } = true;

    /// <summary>The same seed's networks in the arms that the claim compares with.</summary>
    public IReadOnlyList<ReplicateValue> Arms { get; init; } = [];

    /// <summary>In a control: the most that the instrument can read according to theory; null where theory does not say.</summary>
    public double? Ceiling { get; init; }

    public Measured Rival(string name) => Rivals.TryGetValue(name, out Measured? value) ? value : Measured.Undefined($"'{name}' was not measured");
}
