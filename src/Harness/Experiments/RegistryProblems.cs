using Harness.Claims;
using Harness.Specs;

namespace Harness.Experiments;

/// <summary>Every message about registration, each with its stable code.</summary>
internal static class RegistryProblems
{
    public static Finding OnABuildServer() => new(
        "REG001", "Claims are not registered where CI is set: a build server must not register what it is about to judge.", "Run harness register on your machine and commit the result.");

    public static Finding UnknownClaim(string id, IEnumerable<string> known) => Problems.UnknownClaim("REG002", id, known);

    public static Finding NotDeclared(string id, ClaimStatus status) => new(
        "REG003", $"The status of '{id}' is {status.ToString().ToLowerInvariant()}.", "Write \"status\": \"registered\" in the spec first: from then on the claim gates.");

    public static Finding Changed(string id, int version, string date) => new(
        "REG004",
        FormattableString.Invariant($"'{id}' was registered as version {version} on {date}, and is something else now: the claim, its process, architecture, data, training or seeds have changed."),
        "Bump \"version\", add an \"amendments\" entry saying what changed and why, and register the new version; or restore what was registered.");

    public static Finding NotAmended(string id, int version) => new(
        "REG005", FormattableString.Invariant($"Version {version} of '{id}' has no amendment."),
        FormattableString.Invariant($"Add \"amendments\": [{{ \"version\": {version}, \"what\": \"what changed\", \"why\": \"why it changed\" }}] to the claim."));

    public static Finding Older(string id, int version, int latest) => new(
        "REG006", FormattableString.Invariant($"Version {latest} of '{id}' is registered already, so version {version} comes too late."), FormattableString.Invariant($"Use a version above {latest}."));

    public static Finding SeedsAdded(string id, int version, int judged, int seeds) => new(
        "REG008", FormattableString.Invariant($"Version {version} of '{id}' was judged by {judged} of these {seeds} seeds: looking again with some added decides wrongly far more often than the level says."),
        "Use fresh seeds for a new version; no seed of an earlier one may be kept beside added ones.");

    public static Finding NotThere(string id, int version) => new(
        "REG007", FormattableString.Invariant($"Version {version} of '{id}' says that it is registered, but the registry does not have it."), $"Run: harness register {id}");
}
