using Harness.Claims;
using Harness.Measurements;
using Harness.Training;

namespace Harness.Experiments;

/// <summary>Everything kept of one replicate: raw values, never means.</summary>
/// <param name="Cached">True when the trained network came from the cache.</param>
/// <param name="Loss">Exact loss of the trained network by context length; null when training diverged.</param>
/// <param name="UntrainedLoss">The same before training; null also where nobody has that network.</param>
/// <param name="Probes">R² by location and partition (probability-weighted, trained contexts).</param>
/// <param name="Readings">What each claim reads, by claim id.</param>
/// <param name="Picture">Decoded beliefs of every context; kept for the first seed only, where the network before training is known.</param>
internal sealed record ReplicateResult(
    int Seed,
    bool Cached,
    TrainingRecord Training,
    LossProfile? Loss,
    LossProfile? UntrainedLoss,
    IReadOnlyList<ProbeRow> Probes,
    IReadOnlyDictionary<string, ReplicateReading> Readings,
    BeliefPicture? Picture);
