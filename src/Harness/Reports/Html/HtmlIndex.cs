using System.Text;
using Harness.Reports.Records;

namespace Harness.Reports.Html;

/// <summary>The page of a run of several experiments: every verdict, with links to each experiment's own report.</summary>
internal static class HtmlIndex
{
    public static string Write(IReadOnlyList<ReportModel> models) => HtmlPage.Write(
        Wording.Plural(models.Count, "experiment"),
        $"<header><p class=\"kicker\">{Wording.Plural(models.Count, "experiment")}</p>\n<h1>{Markup.Escape(Headline.Of([.. models.SelectMany(model => model.Claims)]))}</h1></header>\n"
            + string.Concat(models.Select(Experiment)));

    private static string Experiment(ReportModel model)
    {
        StringBuilder html = new("<section>\n<h2><a href=\"");
        html.Append(Uri.EscapeDataString(model.Experiment.Id)).Append("/report.html\">").Append(Markup.Escape(model.Experiment.Title)).Append("</a></h2>\n<p>")
            .Append(Markup.Escape(Headline.Of(model.Claims))).Append("</p>\n<div class=\"scroll\"><table class=\"numbers\"><tbody>\n");
        foreach (VerdictRecord verdict in model.Claims.OrderBy(verdict => verdict.Rank))
        {
            html.Append("<tr><td>").Append(Wording.Mark(verdict)).Append("</td><td class=\"left\">").Append(Markup.Escape(verdict.Statement)).Append("</td><td class=\"left\">")
                .Append(Markup.Escape(Wording.Outcome(verdict))).Append("</td><td>").Append(Markup.Escape(Wording.Interval(verdict.Estimate))).Append("</td></tr>\n");
        }
        return html.Append("</tbody></table></div>\n</section>\n").ToString();
    }
}
