using Harness.Claims;
using Harness.Experiments;
using Harness.Runner;
using Xunit;

namespace Harness.ClaimTests;

/// <summary>Every registered claim is what golden/registry.json says that it was when it was registered.</summary>
public sealed class RegistryTests
{
    [Fact]
    public void Claims_ThatAreRegistered_AreWhatWasRegistered() => Assert.Empty(Faults(ClaimRuns.Load(SpecIndex.Folder).Experiments));

    [Fact]
    public void Claim_EditedAfterItsRegistration_FailsWithTheRemedy()
    {
        LoadedExperiment experiment = ClaimRuns.Load(SpecIndex.Folder).Experiments.First(experiment => experiment.Spec.Id == "z1r");
        LoadedExperiment edited = experiment with { Spec = experiment.Spec with { Seeds = [.. experiment.Spec.Seeds, 206] } };

        string[] faults = [.. Faults([edited])];

        Assert.Equal(experiment.Spec.Claims.Count(claim => claim.Status == ClaimStatus.Registered), faults.Length);
        Assert.StartsWith("spec/experiments/z1r.json: REG004 'z1r/loss-is-near-the-optimum' was registered as version 1 on 2026-11-23, and is something else now", faults[0], StringComparison.Ordinal);
        Assert.Contains("Bump \"version\", add an \"amendments\" entry saying what changed and why, and register the new version", faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Claim_NeverRegistered_FailsWithTheRemedy()
    {
        LoadedExperiment experiment = ClaimRuns.Load(SpecIndex.Folder).Experiments.First(experiment => experiment.Spec.Id == "z1r");
        Claim next = experiment.Spec.Claims[0] with { Version = 2 };

        string fault = Assert.Single(Faults([experiment with { Spec = experiment.Spec with { Claims = [next] } }]));

        Assert.EndsWith("Run: harness register z1r/loss-is-near-the-optimum", fault, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Faults(IReadOnlyList<LoadedExperiment> experiments)
    {
        IReadOnlyDictionary<string, Registration> standing = Registrations.Of(experiments, ClaimRuns.Workspace).ByClaim;
        return from experiment in experiments
               from claim in experiment.Spec.Claims
               where claim.Status == ClaimStatus.Registered
               let registration = standing[claim.Id]
               where registration.State != RegistrationState.Registered
               let finding = registration.Finding(claim) ?? RegistryProblems.NotThere(claim.Id, claim.Version)
               select $"{experiment.File}: {finding.Code} {finding.What} {finding.Remedy}";
    }
}
