namespace Harness.Reports.Html;

/// <summary>The frame of every page: self-contained, no request leaves it.</summary>
internal static class HtmlPage
{
    /// <param name="title">Plain text; escaped here.</param>
    /// <param name="main">The markup of the page's body.</param>
    /// <param name="script">JavaScript that runs after it; none when null.</param>
    public static string Write(string title, string main, string? script = null) =>
        $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Markup.Escape(title)} · Harness</title>
        <style>{Resources.Text("light.css")}{Resources.Text("figure.css")}{Resources.Text("report.css")}</style>
        </head>
        <body>
        <main>
        {main}
        </main>
        {(script is null ? "" : $"<script>{script}</script>\n")}</body>
        </html>

        """.ReplaceLineEndings("\n");
}
