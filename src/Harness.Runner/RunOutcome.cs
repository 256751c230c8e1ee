using Harness.Experiments;

namespace Harness.Runner;

/// <summary>What a run produced.</summary>
/// <param name="Seconds">Wall time of each experiment's own work: the sum over its replicates.</param>
internal sealed record RunOutcome(IReadOnlyList<ExperimentResult> Results, IReadOnlyList<double> Seconds, DateTimeOffset StartedAt, double TotalSeconds);
