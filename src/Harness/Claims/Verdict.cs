using Harness.Statistics;

namespace Harness.Claims;

/// <summary>The result of judging a claim. Every report is a function of it.</summary>
/// <param name="Estimate">The claim's measure over replicates; null when undefined.</param>
/// <param name="Comparisons">What the claim needed, and where each interval lies.</param>
internal sealed record Verdict(
    Claim Claim,
    Outcome Outcome,
    Reason Reason,
    Estimate? Estimate,
    IReadOnlyList<Comparison> Comparisons,
    IReadOnlyList<ReplicateValue> Replicates,
    IReadOnlyList<NullResult> Nulls,
    IReadOnlyList<PreconditionResult> Preconditions,
    IReadOnlyList<ControlResult> Controls,
    IReadOnlyList<string> Cautions)
{
    /// <summary>True when the outcome is the one the claim expects.</summary>
    public bool AsExpected => Outcome == (Claim.Expect == Expectation.Supported ? Outcome.Supported : Outcome.Refuted);

    /// <summary>True when the claim gates and did not come out as expected.</summary>
    public bool Fails => Claim.Status == ClaimStatus.Registered && !AsExpected;
}
