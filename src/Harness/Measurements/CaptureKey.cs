using Harness.Activations;

namespace Harness.Measurements;

/// <summary>Which cross-products a probe reads.</summary>
internal sealed record CaptureKey(Location Location, Weighting Weighting, ContextScope Scope);
