namespace Harness.Measurements;

/// <summary>All that is known of one replicate when it is measured: the trained network, the same network before training, and theory.</summary>
/// <param name="Untrained">Null where nobody has that network.</param>
/// <param name="Checkpoints">What was measured on the way from the one to the other, by measurement; null where nothing was.</param>
internal sealed record Examination(
    ContextTable Contexts, TheoryNulls Theory, Capture Trained, Capture? Untrained, IReadOnlyDictionary<Measurement, CheckpointSeries>? Checkpoints = null)
{
    /// <summary>Measures the network before training; undefined where nobody has it.</summary>
    public Measured OfUntrained(Func<Capture, Measured> measure) => Untrained is { } capture ? measure(capture) : Measured.Undefined("the network before training is not known");
}
