using Harness.Activations;
using Harness.Measurements;

namespace Harness.Experiments;

/// <summary>The probe R² of one replicate at one location under one partition, beside the nulls that depend on the replicate.</summary>
internal sealed record ProbeRow(
    Location Location, Partition Partition, Measured Trained, Measured Untrained, Measured Permuted, Measured Shuffled);
