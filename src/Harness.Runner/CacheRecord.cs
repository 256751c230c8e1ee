using Harness.Training;

namespace Harness.Runner;

/// <summary>What stands beside cached weights.</summary>
/// <param name="Sha256">Of the weights file.</param>
internal sealed record CacheRecord(string Sha256, TrainingRecord Training);
