using System.Collections.Immutable;
using Harness.Claims;

namespace Harness.Experiments;

/// <summary>The one immutable record of a run of an experiment; every report is a function of it.</summary>
internal sealed record ExperimentResult(
    ExperimentPlan Plan,
    IReadOnlyList<ReplicateResult> Replicates,
    IReadOnlyList<Verdict> Verdicts)
{
    /// <summary>The replicates of the arms that claims were compared with, by the arm's name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ReplicateResult>> Arms { get; init; } = ImmutableDictionary<string, IReadOnlyList<ReplicateResult>>.Empty;
}
