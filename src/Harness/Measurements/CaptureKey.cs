using Harness.Activations;

namespace Harness.Measurements;

/// <summary>Which cross-products a probe reads.</summary>
/// <param name="WithOutput">The network's own next-token law stands behind the activations.</param>
/// <param name="Repetition">Another division into folds; null for the folds of every probe.</param>
internal sealed record CaptureKey(Location Location, Weighting Weighting, ContextScope Scope, Repetition? Repetition = null, bool WithOutput = false);
