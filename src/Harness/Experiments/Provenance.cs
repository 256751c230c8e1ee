namespace Harness.Experiments;

/// <summary>Where, when and by what a run was made. Kept apart, so that everything else is bit-comparable.</summary>
/// <param name="Versions">Versions of the runtime and packages, by name.</param>
/// <param name="CachedSeeds">Seeds whose networks came from the cache.</param>
/// <param name="Arguments">What was asked for on the command line.</param>
internal sealed record Provenance(
    string HarnessVersion,
    IReadOnlyDictionary<string, string> Versions,
    string Machine,
    int Jobs,
    string CpuSettings,
    DateTimeOffset StartedAt,
    double Seconds,
    IReadOnlyList<int> TrainedSeeds,
    IReadOnlyList<int> CachedSeeds,
    IReadOnlyList<string> Arguments);
