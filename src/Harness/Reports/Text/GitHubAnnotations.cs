using System.Text;
using Harness.Claims;
using Harness.Reports.Records;
using Harness.Specs;

namespace Harness.Reports.Text;

/// <summary>Workflow commands that put verdicts on the lines where the claims are written.</summary>
/// <remarks>Opposite and inconclusive registered claims are errors, exploratory ones notices, cautions of registered claims warnings.</remarks>
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
                Append(text, level, positions.GetValueOrDefault(verdict.Id), Wording.Title(verdict), message);
            }
        }
        return text.ToString();
    }

    /// <summary>A run that came to no verdict: an error at each problem's place, or one without a place.</summary>
    public static string Write(RunFailure failure)
    {
        StringBuilder text = new();
        foreach (Problem problem in failure.Problems)
        {
            ClaimPosition? at = problem.Line > 0 ? new ClaimPosition(problem.File, problem.Line) : null;
            Append(text, "error", at, $"{problem.Finding.Code} {problem.Path}", $"{problem.Finding.What}\n{problem.Finding.Remedy}");
        }
        if (failure.Problems.Count == 0)
        {
            Append(text, "error", null, "harness", failure.Message);
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, string level, ClaimPosition? at, string title, string message) => text
        .Append("::").Append(level).Append(' ').Append(at is null ? "" : $"file={Property(at.File)},line={Wording.Count(at.Line)},")
        .Append("title=").Append(Property(title)).Append("::").Append(Data(message)).Append('\n');

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
        foreach (string caution in verdict.Gates ? verdict.Cautions : [])
        {
            yield return ("warning", caution);
        }
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
