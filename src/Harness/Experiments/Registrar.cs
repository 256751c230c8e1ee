using Harness.Claims;
using Harness.Specs;

namespace Harness.Experiments;

/// <summary>Decides what may be registered. Nothing may that would change what was registered before.</summary>
internal static class Registrar
{
    /// <summary>The entry to add; null when this very claim is registered already, or when a problem was reported at its place in the spec.</summary>
    /// <param name="today">The day of the registration.</param>
    public static RegistryEntry? Register(LoadedExperiment experiment, int index, Registry registry, DateOnly today, SpecFormat format)
    {
        Claim claim = experiment.Spec.Claims[index];
        Scope at = experiment.At["claims"][index];
        string sha256 = CanonicalClaim.Sha256(experiment, claim, format);
        Registration standing = Registration.Of(claim, sha256, registry);
        if (claim.Status != ClaimStatus.Registered)
        {
            at["status"].Report(RegistryProblems.NotDeclared(claim.Id, claim.Status));
            return null;
        }
        if (standing.State == RegistrationState.Changed)
        {
            at["version"].Report(RegistryProblems.Changed(claim.Id, claim.Version, standing.Date!));
            return null;
        }
        if (standing.State == RegistrationState.Registered)
        {
            return null;
        }
        int before = at.Reports;
        if (registry.Latest(claim.Id) is { } latest && latest.Version > claim.Version)
        {
            at["version"].Report(RegistryProblems.Older(claim.Id, claim.Version, latest.Version));
        }
        if (claim.Version > 1 && (claim.Amendments ?? []).All(amendment => amendment.Version != claim.Version))
        {
            at["amendments"].Report(RegistryProblems.NotAmended(claim.Id, claim.Version));
        }
        IReadOnlyList<int> seeds = experiment.Spec.Seeds;
        if (registry.Claims.LastOrDefault(entry => entry.Id == claim.Id && entry.Seeds is { } judged && seeds.Count > judged.Count && judged.All(seeds.Contains)) is { } rescued)
        {
            experiment.At["seeds"].Report(RegistryProblems.SeedsAdded(claim.Id, rescued.Version, rescued.Seeds!.Count, seeds.Count));
        }
        return at.Reports > before
            ? null
            : new RegistryEntry(claim.Id, claim.Version, today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), sha256, seeds);
    }
}
