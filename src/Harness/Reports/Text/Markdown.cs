using System.Text;
using Harness.Reports.Records;

namespace Harness.Reports.Text;

/// <summary>A step summary for GitHub: failures first, what came out as expected folded away. Capped, because longer ones are dropped whole.</summary>
internal static class Markdown
{
    public const int DefaultCap = 900_000;

    private const string Columns = "| claim | outcome (expected) | estimate | needs | seeds | controls |\n|---|---|---|---|---|---|\n";

    /// <param name="cap">The most bytes of UTF-8.</param>
    public static string Write(IReadOnlyList<VerdictRecord> verdicts, int cap = DefaultCap)
    {
        StringBuilder text = new();
        text.Append("## Claims — ").Append(Tally.Of(verdicts)).Append("\n\n");
        VerdictRecord[] failing = [.. verdicts.Where(verdict => verdict.Fails).OrderBy(verdict => verdict.Rank)];
        int left = cap - Encoding.UTF8.GetByteCount(text.ToString()) - 1000, dropped = 0;
        Table(text, failing, ref left, ref dropped);
        // A failure that is allowed for a while stands in the open all the same.
        Table(text, [.. verdicts.Where(verdict => verdict is { Gates: true, Fails: false, AsExpected: false })], ref left, ref dropped);
        Fold(text, "as expected", [.. verdicts.Where(verdict => verdict.Gates && verdict.AsExpected)], ref left, ref dropped);
        Fold(text, "exploratory", [.. verdicts.Where(verdict => !verdict.Gates)], ref left, ref dropped);
        if (dropped > 0)
        {
            text.Append("\n_").Append(Wording.Plural(dropped, "claim")).Append(" left out to stay below the size limit of a summary: see report.html or the verdict files._\n");
        }
        return text.ToString();
    }

    /// <summary>A run that came to no verdict.</summary>
    public static string Write(RunFailure failure, int cap = DefaultCap)
    {
        StringBuilder text = new("## Claims — nothing was judged\n\n");
        int left = cap - 1000, dropped = 0;
        foreach (string problem in failure.Problems.Select(problem => $"- `{problem.File}:{Wording.Count(problem.Line)}` {problem.Finding.Code} {Escape(problem.Finding.What)} {Escape(problem.Finding.Remedy)}\n").DefaultIfEmpty($"{Escape(failure.Message)}\n"))
        {
            int bytes = Encoding.UTF8.GetByteCount(problem);
            dropped += bytes > left ? 1 : 0;
            text.Append(bytes > left ? "" : problem);
            left -= bytes > left ? 0 : bytes;
        }
        return text.Append(dropped > 0 ? $"\n_{Wording.Plural(dropped, "problem")} left out to stay below the size limit of a summary._\n" : "").ToString();
    }

    private static void Fold(StringBuilder text, string title, VerdictRecord[] verdicts, ref int left, ref int dropped)
    {
        if (verdicts.Length > 0)
        {
            text.Append("<details><summary>").Append(Wording.Count(verdicts.Length)).Append(' ').Append(title).Append("</summary>\n\n");
            Table(text, verdicts, ref left, ref dropped);
            text.Append("</details>\n\n");
        }
    }

    private static void Table(StringBuilder text, VerdictRecord[] verdicts, ref int left, ref int dropped)
    {
        if (verdicts.Length == 0)
        {
            return;
        }
        text.Append(Columns);
        foreach (VerdictRecord verdict in verdicts)
        {
            string row = Row(verdict);
            int bytes = Encoding.UTF8.GetByteCount(row);
            if (bytes > left)
            {
                dropped++;
                continue;
            }
            left -= bytes;
            text.Append(row);
        }
        text.Append('\n');
    }

    private static string Row(VerdictRecord verdict)
    {
        string mark = Wording.Mark(verdict) switch { "✓" => "✅", "✗" => "❌", "?" => "❔", "!" => "⚠", string other => other };
        string reason = verdict.Gates && !verdict.AsExpected ? " — " + Escape(verdict.Reason.Text) : "";
        string cautions = string.Concat(verdict.Cautions.Select(caution => "<br>⚠ " + Escape(caution)));
        string[] cells =
        [
            $"{mark} {Escape(Wording.Title(verdict))}",
            $"**{Wording.Word(verdict.Outcome)}** ({Wording.Word(verdict.Expected)}){reason}{cautions}",
            Escape(Wording.Interval(verdict.Estimate)),
            Escape(Wording.Needs(verdict)),
            Wording.Seeds(verdict),
            Wording.Controls(verdict),
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }

    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text.ReplaceLineEndings(" "))
        {
            escaped.Append(c switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '|' or '*' or '_' or '`' or '\\' or '[' or ']' or '~' => "\\" + c,
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }
}
