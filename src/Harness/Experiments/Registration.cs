using Harness.Claims;
using Harness.Specs;

namespace Harness.Experiments;

/// <summary>A claim beside what was registered of it.</summary>
/// <param name="Sha256">Of the claim as it stands in the spec.</param>
/// <param name="Date">The day on which this version was registered; null when it never was.</param>
internal sealed record Registration(RegistrationState State, string Sha256, string? Date)
{
    /// <param name="registry">Null where there is none.</param>
    public static Registration Of(Claim claim, string sha256, Registry? registry) => registry?.Find(claim.Id, claim.Version) is { } entry
        ? new Registration(entry.Sha256 == sha256 ? RegistrationState.Registered : RegistrationState.Changed, sha256, entry.Date)
        : new Registration(registry is null ? RegistrationState.NoRegistry : RegistrationState.Missing, sha256, null);

    /// <summary>What a reader of a verdict must be told; null when the claim is what was registered, or nothing ever was.</summary>
    public string? Caution(Claim claim) => Finding(claim) is { } finding ? $"{(State == RegistrationState.Changed ? "NOT WHAT WAS REGISTERED: " : "")}{finding.What} {finding.Remedy}" : null;

    /// <summary>The same with its code; null when there is nothing to say.</summary>
    public Finding? Finding(Claim claim) => State switch
    {
        RegistrationState.Changed => RegistryProblems.Changed(claim.Id, claim.Version, Date!),
        RegistrationState.Missing => RegistryProblems.NotThere(claim.Id, claim.Version),
        _ => null,
    };
}
