using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Harness.Claims;
using Harness.Experiments;
using Harness.Statistics;

namespace Harness.Reports.Records;

/// <summary>A verdict with everything it was decided by. Its properties are its JSON: the verdict file, and a claim of <c>run --json</c>.</summary>
/// <param name="Status">Exploratory where nothing in the run gates, whatever the claim's own status is.</param>
/// <param name="Measure">The resolved measure, with its label.</param>
/// <param name="Estimate">The claim's measure over the replicates that meet its preconditions; null when undefined.</param>
/// <param name="Registration">How the claim stands to the registry; null where it does not gate.</param>
internal sealed record VerdictRecord(
    string Id,
    int Version,
    ClaimStatus Status,
    Tier Tier,
    string Statement,
    string? Source,
    Outcome Outcome,
    Expectation Expected,
    Reason Reason,
    JsonObject Measure,
    string Needs,
    JsonObject Comparator,
    JsonObject Interval,
    Estimate? Estimate,
    IReadOnlyList<Comparison> Comparisons,
    IReadOnlyList<ReadingRecord> Replicates,
    IReadOnlyList<NullResult> Nulls,
    IReadOnlyList<PreconditionResult> Preconditions,
    IReadOnlyList<ControlResult> Controls,
    IReadOnlyList<string> Cautions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] CorrectedResult? Corrected = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Waiver? Waived = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Registration? Registration = null)
{
    public bool AsExpected => Outcome == (Expected == Expectation.Supported ? Outcome.Supported : Outcome.Refuted);

    public bool Gates => Status == ClaimStatus.Registered;

    public bool Fails => Gates && !AsExpected && Waived is null;

    /// <summary>The order of a report: opposite outcomes, then inconclusive ones, then what came out as expected, then what does not gate.</summary>
    public int Rank => Fails ? (Outcome == Outcome.Inconclusive ? 1 : 0) : Gates ? 2 : 3;

    public string Label => Measure["label"]!.GetValue<string>();

    /// <summary>The comparison that decided most against the claim, or came closest to doing so; null when there is none.</summary>
    public Comparison? Hardest => Comparisons.MinBy(comparison =>
    {
        double distance = comparison.Estimate is { } estimate ? Math.Abs(estimate.Mean - comparison.Bound) : 0;
        return comparison.Side switch { Side.Reject => (0, -distance), Side.Straddle => (1, distance), _ => (2, distance) };
    });

    /// <param name="registration">A claim that is not what was registered says so in its cautions, and is judged all the same.</param>
    public static VerdictRecord Of(Verdict verdict, bool exploratory = false, Registration? registration = null)
    {
        Claim claim = verdict.Claim;
        JsonObject measure = KindJson.Of(claim.Measure);
        measure.Insert(0, "label", claim.Measure.Label);
        return new VerdictRecord(
            claim.Id,
            claim.Version,
            exploratory ? ClaimStatus.Exploratory : claim.Status,
            claim.Tier,
            claim.Statement,
            claim.Source,
            verdict.Outcome,
            claim.Expect,
            verdict.Reason,
            measure,
            claim.Comparator.Needs,
            KindJson.Of(claim.Comparator),
            IntervalOf(claim.Interval),
            verdict.Estimate,
            verdict.Comparisons,
            [.. verdict.Replicates.Select(ReadingRecord.Of)],
            verdict.Nulls,
            verdict.Preconditions,
            verdict.Controls,
            [.. new[] { registration?.Caution(claim) }.OfType<string>(), .. verdict.Cautions],
            verdict.Corrected,
            verdict.Waived,
            registration);
    }

    private static JsonObject IntervalOf(Interval interval)
    {
        JsonObject node = KindJson.Of(interval);
        node["oneSidedLevel"] = Math.Round(interval.OneSidedLevel, 12);
        node["estimand"] = interval.Estimand;
        node["model"] = interval.Model;
        return node;
    }
}
