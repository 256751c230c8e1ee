using Harness.Claims;
using Harness.Reports;
using Harness.Reports.Records;
using Harness.Reports.Text;
using Spectre.Console;
using Markup = Spectre.Console.Markup;

namespace Harness.Cli;

/// <summary>The verdicts on standard output: a coloured table on a terminal, aligned plain text elsewhere.</summary>
internal static class VerdictScreen
{
    public static void Show(IReadOnlyList<VerdictRecord> verdicts, Output output)
    {
        if (Console.IsOutputRedirected)
        {
            Output.Result(VerdictTable.Write(verdicts));
            return;
        }
        Table table = new Table().Border(TableBorder.Horizontal).Expand();
        foreach (string column in new[] { "", "claim", "outcome", "estimate [95 %]", "needs", "seeds", "controls" })
        {
            table.AddColumn(column);
        }
        foreach (VerdictRecord verdict in verdicts)
        {
            string colour = verdict.Outcome == Outcome.Inconclusive ? "yellow" : verdict.AsExpected ? "green" : "red";
            table.AddRow(
                $"[{colour}]{Markup.Escape(Wording.Mark(verdict))}[/]", Markup.Escape(Wording.Title(verdict)), $"[{colour}]{Markup.Escape(Wording.Outcome(verdict))}[/]",
                Markup.Escape(Wording.Interval(verdict.Estimate)), Markup.Escape(Wording.Needs(verdict)), Markup.Escape(Wording.Seeds(verdict)), Markup.Escape(Wording.Controls(verdict)));
        }
        AnsiConsole.Write(table);
        foreach (VerdictRecord verdict in verdicts.Where(verdict => !verdict.AsExpected))
        {
            AnsiConsole.MarkupLineInterpolated($"{Wording.Mark(verdict)} {verdict.Id}: {verdict.Reason.Text}");
        }
        foreach ((string id, string caution) in verdicts.SelectMany(verdict => verdict.Cautions.Select(caution => (verdict.Id, caution))))
        {
            AnsiConsole.MarkupLineInterpolated($"[yellow]![/] {id}: {caution}");
        }
        AnsiConsole.WriteLine(Tally.Of(verdicts).ToString());
    }
}
