namespace Harness.Measurements;

/// <summary>All that is known of one replicate when it is measured: the trained network, the same network before training, and theory.</summary>
internal sealed record Examination(ContextTable Contexts, TheoryNulls Theory, Capture Trained, Capture Untrained);
