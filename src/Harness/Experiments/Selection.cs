using Harness.Claims;

namespace Harness.Experiments;

/// <summary>Which claims a run judges, and with which seeds.</summary>
/// <param name="Tiers">The tiers that are run.</param>
/// <param name="ClaimIds">Only these claims; all when empty.</param>
/// <param name="Seeds">Other seeds than the spec's: makes registered claims exploratory for this run.</param>
internal sealed record Selection(IReadOnlyList<Tier> Tiers, IReadOnlyList<string> ClaimIds, IReadOnlyList<int>? Seeds)
{
    public static Selection Quick { get; } = new([Tier.Quick], [], null);

    /// <summary>The selected claims for all processes of a family: they are tested on other processes, with seeds that follow from their own, so that there are none to replace.</summary>
    public IEnumerable<Claim> ForAll(LoadedExperiment experiment) => Seeds is null ? Selected(experiment).Where(claim => claim.ForAll is not null) : [];

    /// <summary>The plan of an experiment; null when no claim about its process is selected.</summary>
    public ExperimentPlan? Plan(LoadedExperiment experiment)
    {
        Claim[] claims = [.. Selected(experiment)
            .Where(claim => claim.ForAll is null)
            .Select(claim => Seeds is null ? claim : claim with { Status = ClaimStatus.Exploratory })];
        ExperimentSpec spec = Seeds is null ? experiment.Spec : experiment.Spec with { Seeds = Seeds };
        return claims.Length == 0 ? null : ExperimentPlan.Of(spec, experiment.File, experiment.Process, claims, experiment.Shape, experiment.Files) with { Exploratory = Seeds is not null };
    }

    private IEnumerable<Claim> Selected(LoadedExperiment experiment) => experiment.Spec.Claims
        .Where(claim => claim.Status != ClaimStatus.Retired && Tiers.Contains(claim.Tier) && (ClaimIds.Count == 0 || ClaimIds.Contains(claim.Id)));
}
