using Harness.Claims;
using Harness.Reports.Records;
using Harness.Statistics;

namespace Harness.Reports.Differences;

/// <summary>A claim as one of two runs has it.</summary>
internal sealed record ClaimSide(int Version, ClaimStatus Status, Expectation Expected, Outcome Outcome, Estimate? Estimate)
{
    public static ClaimSide Of(VerdictRecord verdict) => new(verdict.Version, verdict.Status, verdict.Expected, verdict.Outcome, verdict.Estimate);
}
