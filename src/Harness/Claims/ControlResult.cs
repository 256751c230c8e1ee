using System.Text.Json.Serialization;

namespace Harness.Claims;

/// <summary>How a control came out.</summary>
/// <param name="Mean">Mean of the claim's measure in the control; null when undefined.</param>
/// <param name="Ceiling">The most that theory lets the instrument read; null where theory does not say.</param>
internal sealed record ControlResult(
    string Kind,
    Expectation Expected,
    Outcome Outcome,
    double? Mean,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Ceiling = null);
