using Harness.Experiments;

namespace Harness.Runner;

/// <summary>What a run is asked to do.</summary>
/// <param name="Plans">The experiments, in the order of their reports.</param>
/// <param name="Jobs">Replicates at once.</param>
/// <param name="CacheFolder">Where trained networks are kept; null neither reads nor writes.</param>
/// <param name="Files">What networks leave in the run folders; null leaves nothing.</param>
internal sealed record RunRequest(IReadOnlyList<ExperimentPlan> Plans, int Jobs, string? CacheFolder, ReplicateFiles? Files = null);
