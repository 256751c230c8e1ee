using Harness.Activations;

namespace Harness.Measurements;

/// <summary>Which edits are tried: at one location, on all contexts of one length, read so many tokens later.</summary>
internal sealed record InterventionKey(Location Location, int Length, int Later)
{
    /// <summary>The maps that the edits go by are fitted on all trained contexts.</summary>
    public CaptureKey Capture { get; } = new(Location, Weighting.Probability, ContextScope.Trained);
}
