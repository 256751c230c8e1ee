using System.Text;

namespace Harness.Reports;

/// <summary>Escapes text for HTML and SVG, in elements and quoted attributes.</summary>
internal static class Markup
{
    public static string Escape(string? text)
    {
        StringBuilder escaped = new(text?.Length ?? 0);
        foreach (char c in text ?? "")
        {
            escaped.Append(c switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                '\'' => "&#39;",
                _ => c.ToString(),
            });
        }
        return escaped.ToString();
    }
}
