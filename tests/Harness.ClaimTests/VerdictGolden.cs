using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Claims;
using Harness.Testing;

namespace Harness.ClaimTests;

/// <summary>An accepted verdict: outcome, reason and estimate, the estimate within its own interval. No times, no machine.</summary>
internal static class VerdictGolden
{
    public static void Check(Verdict verdict, string name)
    {
        double half = verdict.Estimate?.HalfWidth ?? 0;
        Tolerance within = new(0, Math.Max(half, 1e-9));
        Golden.Check(name, Write(verdict), new Tolerance(1e-9, 1e-12, new Dictionary<string, Tolerance> { ["$.estimate.mean"] = within, ["$.estimate.halfWidth"] = new(1, 1e-9) }));
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
