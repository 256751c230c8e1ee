using System.Text.Json.Nodes;

namespace Harness.Reports.Differences;

/// <summary>What differs between two runs of an experiment.</summary>
/// <param name="Change">Added, removed, or null where both runs have it.</param>
/// <param name="Agreeing">Claims that both have and that do not differ.</param>
internal sealed record ExperimentDifference(string Id, string? Change, IReadOnlyList<ClaimDifference> Claims, IReadOnlyList<ValueDifference> Spec, int Agreeing)
{
    public static ExperimentDifference Of(ReportModel? first, JsonNode firstSpec, ReportModel? second, JsonNode secondSpec)
    {
        IReadOnlyList<ClaimDifference> claims = ClaimDifference.Between(first?.Claims ?? [], second?.Claims ?? []);
        return new ExperimentDifference(
            (first ?? second)!.Experiment.Id,
            first is null ? "added" : second is null ? "removed" : null,
            claims,
            first is null || second is null ? [] : ValueDifference.Between(firstSpec, secondSpec),
            first is null || second is null ? 0 : first.Claims.Count(claim => claims.All(difference => difference.Id != claim.Id)));
    }
}
