using Harness.Claims;

namespace Harness.Experiments;

/// <summary>The one immutable record of a run of an experiment; every report is a function of it.</summary>
internal sealed record ExperimentResult(
    ExperimentPlan Plan,
    IReadOnlyList<ReplicateResult> Replicates,
    IReadOnlyList<Verdict> Verdicts);
