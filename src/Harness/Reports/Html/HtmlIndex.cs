using System.Text;
using Harness.Reports.Records;

namespace Harness.Reports.Html;

/// <summary>The page of a run of several experiments: every verdict, with links to each experiment's own report.</summary>
internal static class HtmlIndex
{
    public static string Write(IReadOnlyList<ReportModel> models) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{models.Count} experiments · Harness</title>
        <style>{Resources.Text("light.css")}{Resources.Text("figure.css")}{Resources.Text("report.css")}</style>
        </head>
        <body>
        <main>
        <header><p class="kicker">{models.Count} experiments</p>
        <h1>{Markup.Escape(Headline.Of([.. models.SelectMany(model => model.Claims)]))}</h1></header>
        {string.Concat(models.Select(Experiment))}
        </main>
        </body>
        </html>

        """.ReplaceLineEndings("\n");

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
