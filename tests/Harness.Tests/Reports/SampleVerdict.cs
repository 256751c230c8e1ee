using System.Text.Json.Nodes;
using Harness.Claims;
using Harness.Reports.Records;
using Harness.Statistics;

namespace Harness.Tests.Reports;

/// <summary>Verdicts written by hand, with round numbers.</summary>
internal static class SampleVerdict
{
    public static VerdictRecord Of(
        string id, Outcome outcome, Expectation expected = Expectation.Supported, ClaimStatus status = ClaimStatus.Registered, string reason = "needs ≥ 0.9: 0.9500 [0.9400, 0.9600], n = 5")
    {
        Estimate estimate = new(5, 0.95, 0.94, 0.96, "student-t 0.95");
        return new VerdictRecord(
            id, 2, status, Tier.Quick, "A statement.", null, outcome, expected, new Reason("interval-inside", reason),
            new JsonObject { ["label"] = "R² belief @ ln_final", ["kind"] = "affine-probe" }, "≥ 0.9", new JsonObject { ["kind"] = "at-least" }, new JsonObject { ["kind"] = "student-t" },
            estimate, [new Comparison(null, "≥ 0.9", 0.9, estimate, Side.Accept)],
            [.. Enumerable.Range(1, 5).Select(seed => new ReadingRecord(seed, 0.95, null, 0.001, 0.002, 3, new Dictionary<string, double>(), new Dictionary<string, Harness.Measurements.Measured>()))],
            [], [new PreconditionResult("settled", 0.002, 4, 5, 0.003)],
            [new ControlResult("planted", Expectation.Supported, Outcome.Supported, 0.99), new ControlResult("shuffled", Expectation.Refuted, Outcome.Inconclusive, 0.1)], []);
    }
}
