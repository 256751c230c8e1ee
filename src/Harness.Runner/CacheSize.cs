namespace Harness.Runner;

/// <summary>How much the cache holds.</summary>
internal sealed record CacheSize(int Networks, int Examinations, long Bytes);
