using Harness.Training;

namespace Harness.Runner;

/// <summary>What stands beside cached weights.</summary>
/// <param name="Sha256">Of the weights file.</param>
/// <param name="Checkpoints">The steps of the checkpoints whose parameters follow the final ones in the file, each as many.</param>
internal sealed record CacheRecord(string Sha256, TrainingRecord Training, IReadOnlyList<int>? Checkpoints = null);
