using Harness.Experiments;
using Harness.Measurements;
using Harness.Training;

namespace Harness.Reports.Records;

/// <summary>One trained network: its training, its exact loss and its probes. Whether it came from the cache is provenance.</summary>
/// <param name="Loss">Null when training diverged.</param>
internal sealed record ReplicateRecord(
    int Seed, TrainingRecord Training, LossProfile? Loss, LossProfile? UntrainedLoss, IReadOnlyList<ProbeRow> Probes)
{
    public static ReplicateRecord Of(ReplicateResult replicate) =>
        new(replicate.Seed, replicate.Training, replicate.Loss, replicate.UntrainedLoss, replicate.Probes);
}
