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

    /// <summary>True when the claim gates, did not come out as expected, and is not waived.</summary>
    public bool Fails => Claim.Status == ClaimStatus.Registered && !AsExpected && Waived is null;

    /// <summary>The replicates that meet the preconditions: those that the comparisons are made of.</summary>
    public IReadOnlyList<ReplicateValue> Settled { get; init; } = [];

    /// <summary>How the claim fares among the others of its experiment; null where the experiment asks for no correction.</summary>
    public CorrectedResult? Corrected { get; init; }

    /// <summary>The waiver that turns this failure into a warning; null where there is none in force, or nothing to waive.</summary>
    public Waiver? Waived { get; init; }

    /// <summary>The same verdict on a day: a failure is waived until the date, and waivers that do nothing are pointed out.</summary>
    public Verdict On(DateOnly today) => Claim.Waived is not { } waiver || Claim.Status != ClaimStatus.Registered ? this
        : AsExpected ? Cautioned($"the waiver until {waiver.Until} is not needed: the claim came out as expected")
        : waiver.Holds(today) ? Cautioned($"WAIVED until {waiver.Until} by {waiver.By}: {waiver.Why}") with { Waived = waiver }
        : Cautioned($"the waiver by {waiver.By} expired after {waiver.Until}");

    private Verdict Cautioned(string caution) => this with { Cautions = [caution, .. Cautions] };
}
