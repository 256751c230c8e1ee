using System.Text;
using Harness.Reports.Records;

namespace Harness.Reports.Text;

/// <summary>The verdicts as aligned plain text, for logs and pipes.</summary>
internal static class VerdictTable
{
    public const int Width = 140;

    private const string Gap = "  ";
    private static readonly string[] Header = ["", "claim", "outcome (expected)", "estimate", "needs", "seeds", "controls"];
    private static readonly int[] Widest = [1, 40, 24, 24, 26, 5, 8];

    public static string Write(IReadOnlyList<VerdictRecord> verdicts)
    {
        List<string[][]> rows = [.. verdicts.Select(Cells).Prepend(Header).Select(cells => cells.Select((cell, i) => Wrap(cell, Widest[i])).ToArray())];
        int[] widths = [.. Header.Select((_, i) => rows.Max(row => row[i].Max(line => line.Length)))];
        StringBuilder text = new();
        Append(text, rows[0], widths);
        text.Append(string.Join(Gap, widths.Select(width => new string('─', width))).TrimEnd()).Append('\n');
        for (int i = 0; i < verdicts.Count; i++)
        {
            Append(text, rows[i + 1], widths);
            Below(text, "     ", verdicts[i].Reason.Text);
            foreach (string caution in verdicts[i].Cautions)
            {
                Below(text, "  !  ", caution);
            }
        }
        return text.Append('\n').Append(Tally.Of(verdicts)).Append('\n').ToString();
    }

    private static void Below(StringBuilder text, string margin, string words)
    {
        foreach (string line in Wrap(words, Width - margin.Length))
        {
            text.Append(margin).Append(line).Append('\n');
            margin = new string(' ', margin.Length);
        }
    }

    private static string[] Cells(VerdictRecord verdict) =>
    [
        Wording.Mark(verdict), Wording.Title(verdict), $"{Wording.Word(verdict.Outcome)} ({Wording.Word(verdict.Expected)})", Wording.Interval(verdict.Estimate),
        Wording.Needs(verdict), Wording.Seeds(verdict), Wording.Controls(verdict),
    ];

    private static void Append(StringBuilder text, string[][] row, int[] widths)
    {
        for (int line = 0; line < row.Max(cell => cell.Length); line++)
        {
            text.Append(string.Join(Gap, row.Select((cell, i) => (line < cell.Length ? cell[line] : "").PadRight(widths[i]))).TrimEnd()).Append('\n');
        }
    }

    // At spaces where there are any, else after a slash or anywhere.
    private static string[] Wrap(string text, int width)
    {
        List<string> lines = [];
        while (text.Length > width)
        {
            int space = text.LastIndexOf(' ', width), slash = text.LastIndexOf('/', width - 1);
            int end = space > 0 ? space : slash > 0 ? slash + 1 : width;
            lines.Add(text[..end]);
            text = text[end..].TrimStart(' ');
        }
        return [.. lines, text];
    }
}
