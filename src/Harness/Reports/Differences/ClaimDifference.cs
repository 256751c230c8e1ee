using Harness.Reports.Records;
using Harness.Statistics;

namespace Harness.Reports.Differences;

/// <summary>A claim that two runs do not agree about.</summary>
/// <param name="Changes">Added, removed, or what is different: version, status, expected, outcome, estimate.</param>
internal sealed record ClaimDifference(string Id, IReadOnlyList<string> Changes, ClaimSide? First, ClaimSide? Second)
{
    /// <summary>The claims that differ, in the order of the first run, then of the second.</summary>
    public static IReadOnlyList<ClaimDifference> Between(IReadOnlyList<VerdictRecord> first, IReadOnlyList<VerdictRecord> second) =>
        [.. first.Concat(second).Select(verdict => verdict.Id).Distinct(StringComparer.Ordinal)
            .Select(id => Of(id, first.FirstOrDefault(verdict => verdict.Id == id), second.FirstOrDefault(verdict => verdict.Id == id)))
            .Where(difference => difference.Changes.Count > 0)];

    private static ClaimDifference Of(string id, VerdictRecord? first, VerdictRecord? second)
    {
        ClaimSide? before = first is null ? null : ClaimSide.Of(first), after = second is null ? null : ClaimSide.Of(second);
        return new ClaimDifference(id, before is null ? ["added"] : after is null ? ["removed"] : Changed(before, after), before, after);
    }

    private static string[] Changed(ClaimSide first, ClaimSide second) =>
    [
        .. new[]
        {
            (Name: "version", Differs: first.Version != second.Version),
            (Name: "status", Differs: first.Status != second.Status),
            (Name: "expected", Differs: first.Expected != second.Expected),
            (Name: "outcome", Differs: first.Outcome != second.Outcome),
            (Name: "estimate", Differs: Disagree(first.Estimate, second.Estimate)),
        }.Where(change => change.Differs).Select(change => change.Name),
    ];

    // Each mean beyond the other's interval; or one of them undefined.
    private static bool Disagree(Estimate? first, Estimate? second) => first is null || second is null
        ? first is not null || second is not null
        : !Inside(first.Mean, second) && !Inside(second.Mean, first);

    private static bool Inside(double mean, Estimate other) => mean >= other.Low && mean <= other.High;
}
