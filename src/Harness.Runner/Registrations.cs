using Harness.Claims;
using Harness.Experiments;
using Harness.Specs;

namespace Harness.Runner;

/// <summary>How the registered claims of experiments stand to their registries.</summary>
/// <param name="ByClaim">By claim id; claims of any other status have none.</param>
/// <param name="WithoutRegistry">Experiments with registered claims that belong to no registry yet, by id.</param>
internal sealed record Registrations(IReadOnlyDictionary<string, Registration> ByClaim, IReadOnlyList<string> WithoutRegistry)
{
    /// <exception cref="SpecException">A registry cannot be read.</exception>
    public static Registrations Of(IReadOnlyList<LoadedExperiment> experiments, Workspace workspace)
    {
        List<Problem> problems = [];
        Dictionary<string, Registration> standing = new(StringComparer.Ordinal);
        List<string> without = [];
        foreach (LoadedExperiment experiment in experiments.Where(experiment => experiment.Spec.Claims.Any(claim => claim.Status == ClaimStatus.Registered)))
        {
            RegistryFile file = RegistryFile.Of(experiment.File, workspace, problems);
            if (!file.Exists)
            {
                without.Add(experiment.Spec.Id);
            }
            foreach (Claim claim in experiment.Spec.Claims.Where(claim => claim.Status == ClaimStatus.Registered))
            {
                standing[claim.Id] = Registration.Of(claim, CanonicalClaim.Sha256(experiment, claim, workspace.Format), file.Exists ? file.Registry : null);
            }
        }
        return problems.Count == 0 ? new Registrations(standing, without) : throw new SpecException([.. problems.Distinct()]);
    }
}
