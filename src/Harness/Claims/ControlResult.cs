namespace Harness.Claims;

/// <summary>How a control came out.</summary>
/// <param name="Mean">Mean of the claim's measure in the control; null when undefined.</param>
internal sealed record ControlResult(string Kind, Expectation Expected, Outcome Outcome, double? Mean);
