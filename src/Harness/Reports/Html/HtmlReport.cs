namespace Harness.Reports.Html;

/// <summary>One self-contained page for a run: conclusion, picture, numbers, details, provenance. No request leaves it.</summary>
internal static class HtmlReport
{
    public static string Write(ReportModel model) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Markup.Escape(model.Experiment.Title)} · Harness</title>
        <style>{Resources.Text("light.css")}{Resources.Text("figure.css")}{Resources.Text("report.css")}</style>
        </head>
        <body>
        <main>
        {ConclusionSection.Write(model)}
        {BeliefSection.Write(model)}
        {ProbeSection.Write(model)}
        {LossSection.Write(model)}
        {ClaimSection.Write(model)}
        {ProvenanceSection.Write(model)}
        </main>
        <script>{Resources.Text("report.js")}</script>
        </body>
        </html>

        """.ReplaceLineEndings("\n");
}
