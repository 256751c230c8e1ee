using Harness.Activations;

namespace Harness.Measurements;

/// <summary>Which cross-products a probe reads.</summary>
/// <param name="Repetition">Another division into folds; null for the folds of every probe.</param>
internal sealed record CaptureKey(Location Location, Weighting Weighting, ContextScope Scope, Repetition? Repetition = null);
