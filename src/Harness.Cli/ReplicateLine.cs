using Harness.Experiments;

namespace Harness.Cli;

/// <summary>A replicate in a few words.</summary>
internal static class ReplicateLine
{
    public static string Of(ReplicateResult replicate) => replicate.Loss is { } loss
        ? FormattableString.Invariant($"loss gap {loss.GapNats:F5} nats{(replicate.Cached ? ", cached" : "")}")
        : FormattableString.Invariant($"diverged at step {replicate.Training.DivergedAtStep}");
}
