using Harness.Claims;
using Harness.Reports.Records;

namespace Harness.Reports;

/// <summary>How many claims came out how.</summary>
internal sealed record Tally(int AsExpected, int Opposite, int Inconclusive, int Exploratory, int Waived = 0)
{
    public int Registered => AsExpected + Opposite + Inconclusive + Waived;

    public static Tally Of(IReadOnlyList<VerdictRecord> verdicts) => new(
        verdicts.Count(verdict => verdict.Gates && verdict.AsExpected),
        verdicts.Count(verdict => verdict.Fails && verdict.Outcome != Outcome.Inconclusive),
        verdicts.Count(verdict => verdict.Fails && verdict.Outcome == Outcome.Inconclusive),
        verdicts.Count(verdict => !verdict.Gates),
        verdicts.Count(verdict => verdict.Gates && verdict.Waived is not null));

    /// <summary>"12 as expected · 1 opposite · 1 inconclusive · 3 exploratory".</summary>
    public override string ToString()
    {
        List<string> parts = [$"{Wording.Count(AsExpected)} as expected"];
        foreach ((int count, string word) in new[] { (Opposite, "opposite"), (Inconclusive, "inconclusive"), (Waived, "waived"), (Exploratory, "exploratory") })
        {
            if (count > 0)
            {
                parts.Add($"{Wording.Count(count)} {word}");
            }
        }
        return string.Join(" · ", parts);
    }
}
