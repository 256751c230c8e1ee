using System.Text;
using Harness.Claims;
using Harness.Reports.Records;

namespace Harness.Reports.Text;

/// <summary>Workflow commands that put verdicts on the lines where the claims are written.</summary>
/// <remarks>Opposite and inconclusive registered claims are errors, exploratory ones notices, cautions of a claim as expected warnings.</remarks>
internal static class GitHubAnnotations
{
    /// <param name="positions">By claim id; a claim without one is annotated without a place.</param>
    public static string Write(IReadOnlyList<VerdictRecord> verdicts, IReadOnlyDictionary<string, ClaimPosition> positions)
    {
        StringBuilder text = new();
        foreach (VerdictRecord verdict in verdicts)
        {
            foreach ((string level, string message) in Messages(verdict))
            {
                string place = positions.TryGetValue(verdict.Id, out ClaimPosition? at) ? $"file={Property(at.File)},line={Wording.Count(at.Line)}," : "";
                text.Append("::").Append(level).Append(' ').Append(place).Append("title=").Append(Property(Wording.Title(verdict)))
                    .Append("::").Append(Data(message)).Append('\n');
            }
        }
        return text.ToString();
    }

    private static IEnumerable<(string Level, string Message)> Messages(VerdictRecord verdict)
    {
        string outcome = $"{Wording.Outcome(verdict)}: {verdict.Reason.Text}";
        if (verdict.Fails)
        {
            yield return ("error", verdict.Outcome == Outcome.Inconclusive ? outcome + ". Not shown to be false." : outcome);
        }
        else if (!verdict.Gates)
        {
            yield return ("notice", outcome);
        }
        else
        {
            foreach (string caution in verdict.Cautions)
            {
                yield return ("warning", caution);
            }
        }
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
