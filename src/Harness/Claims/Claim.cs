using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;

namespace Harness.Claims;

/// <summary>A statement that can fail: what is measured, what it is compared with, how sure one must be, and what must hold first.</summary>
internal sealed record Claim(
    string Id,
    int Version,
    ClaimStatus Status,
    Tier Tier,
    Expectation Expect,
    string Statement,
    Measurement Measure,
    Comparator Comparator,
    Interval Interval,
    IReadOnlyList<Precondition>? Preconditions = null,
    IReadOnlyList<Control>? Controls = null,
    string? Source = null,
    IReadOnlyList<Amendment>? Amendments = null,
    Waiver? Waived = null,
    ForAll? ForAll = null)
{
    /// <summary>Reports everything wrong with the claim itself.</summary>
    public void Check(Scope at, MeasureContext context)
    {
        at["version"].InRange(Version, 1, 10_000);
        if (string.IsNullOrWhiteSpace(Id))
        {
            at["id"].Report(Problems.Empty("characters in the claim's id", "Give the claim an id such as \"mess3/final-residual\"."));
        }
        Measure.Check(at["measure"], context);
        Comparator.Check(at["comparator"], this, context);
        Interval.Check(at["interval"]);
        if (!Interval.Suits(Comparator.IsPaired))
        {
            at["interval"].Report(Problems.Inconsistent(
                $"The interval '{Interval.Name}' does not go with this comparator.",
                Comparator.IsPaired ? "Use { \"kind\": \"paired-t\" }: differences are taken within each replicate." : "Use { \"kind\": \"student-t\" }: there are no differences to pair."));
        }
        Waived?.Check(at["waived"], this);
        ForAll?.Check(at["forAll"], this);
        for (int i = 0; i < (Preconditions?.Count ?? 0); i++)
        {
            Preconditions![i].Check(at["preconditions"][i], this, context);
        }
        for (int i = 0; i < (Controls?.Count ?? 0); i++)
        {
            Controls![i].Check(at["controls"][i], this, context);
        }
    }
}
