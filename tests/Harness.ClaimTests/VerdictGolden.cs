using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Claims;
using Harness.Testing;

namespace Harness.ClaimTests;

/// <summary>An accepted verdict: outcome, reason and estimate, the estimate within its own interval. No times, no machine.</summary>
internal static class VerdictGolden
{
    /// <summary>One for each version of a claim: what an earlier version came out as stays on record.</summary>
    public static string Name(string claim, int version) =>
        $"verdicts/{claim.Replace("/", "--", StringComparison.Ordinal)}" + (version == 1 ? "" : FormattableString.Invariant($"--v{version}"));

    /// <summary>The names that the registry speaks of and the specs do not any more, where such a verdict was ever accepted.</summary>
    public static IEnumerable<string> Earlier(IEnumerable<string> current)
    {
        using JsonDocument registry = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Golden, "registry.json")));
        return [.. registry.RootElement.GetProperty("claims").EnumerateArray()
            .Select(entry => Name(entry.GetProperty("id").GetString()!, entry.GetProperty("version").GetInt32()))
            .Except(current)
            .Where(name => File.Exists(Path.Combine(Repository.Golden, name + ".verified.json")))];
    }

    public static void Check(Verdict verdict)
    {
        double half = verdict.Estimate?.HalfWidth ?? 0;
        Tolerance within = new(0, Math.Max(half, 1e-9));
        Golden.Check(Name(verdict.Claim.Id, verdict.Claim.Version), Write(verdict), new Tolerance(1e-9, 1e-12, new Dictionary<string, Tolerance> { ["$.estimate.mean"] = within, ["$.estimate.halfWidth"] = new(1, 1e-9) }));
    }

    private static string Write(Verdict verdict) => new JsonObject
    {
        ["claim"] = verdict.Claim.Id,
        ["version"] = verdict.Claim.Version,
        ["expected"] = verdict.Claim.Expect.ToString().ToLowerInvariant(),
        ["outcome"] = verdict.Outcome.ToString().ToLowerInvariant(),
        ["reason"] = verdict.Reason.Code,
        ["estimate"] = verdict.Estimate is { } estimate
            ? new JsonObject { ["n"] = estimate.N, ["mean"] = estimate.Mean, ["halfWidth"] = estimate.HalfWidth, ["interval"] = estimate.Interval }
            : null,
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
}
