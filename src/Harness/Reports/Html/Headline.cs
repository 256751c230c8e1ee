using Harness.Claims;
using Harness.Reports.Records;

namespace Harness.Reports.Html;

/// <summary>The conclusion of a run in a sentence.</summary>
internal static class Headline
{
    public static string Of(IReadOnlyList<VerdictRecord> verdicts)
    {
        Tally tally = Tally.Of(verdicts);
        if (tally.Registered == 0)
        {
            return verdicts.Count == 0 ? "No claim was judged." : $"No registered claim in this run; {Exploratory(verdicts)}.";
        }
        if (tally.AsExpected == tally.Registered)
        {
            return tally.Registered switch
            {
                1 => "The registered claim came out as expected.",
                2 => "Both registered claims came out as expected.",
                _ => $"All {Wording.Count(tally.Registered)} registered claims came out as expected.",
            };
        }
        List<string> wrong = [];
        if (tally.Opposite > 0)
        {
            wrong.Add($"{Wording.Count(tally.Opposite)} came out opposite");
        }
        if (tally.Inconclusive > 0)
        {
            wrong.Add($"{Wording.Count(tally.Inconclusive)} could not be decided");
        }
        if (tally.Waived > 0)
        {
            wrong.Add($"{Wording.Count(tally.Waived)} failed under a waiver");
        }
        return $"{Wording.Count(tally.AsExpected)} of {Wording.Plural(tally.Registered, "registered claim")} came out as expected; {string.Join(" and ", wrong)}.";
    }

    /// <summary>"3 exploratory claims: 1 supported, 2 refuted"; empty without any.</summary>
    public static string Exploratory(IReadOnlyList<VerdictRecord> verdicts)
    {
        VerdictRecord[] exploratory = [.. verdicts.Where(verdict => !verdict.Gates)];
        IEnumerable<string> outcomes = Enum.GetValues<Outcome>()
            .Select(outcome => (Outcome: outcome, Count: exploratory.Count(verdict => verdict.Outcome == outcome)))
            .Where(pair => pair.Count > 0)
            .Select(pair => $"{Wording.Count(pair.Count)} {Wording.Word(pair.Outcome)}");
        return exploratory.Length == 0 ? "" : $"{Wording.Plural(exploratory.Length, "exploratory claim")}: {string.Join(", ", outcomes)}";
    }
}
