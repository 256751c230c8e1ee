using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Harness.Reports.Figures;

/// <summary>Writes a drawing. Colours come from classes, so that one figure serves the report, light and dark, and a file of its own.</summary>
/// <param name="title">Said by screen readers.</param>
internal sealed partial class Svg(double width, double height, string title)
{
    private readonly StringBuilder _body = new();

    public double Width => width;

    public double Height => height;

    public void Line(double x1, double y1, double x2, double y2, string style) =>
        Append($"<line class=\"{style}\" x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"/>");

    public void Rect(double x, double y, double w, double h, string style) =>
        Append($"<rect class=\"{style}\" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(w)}\" height=\"{N(h)}\"/>");

    /// <param name="tip">Shown by a browser when the pointer rests on it.</param>
    /// <param name="fill">A colour instead of the class's.</param>
    public void Dot(double x, double y, double r, string style, string? tip = null, string? fill = null) =>
        Append($"<circle class=\"{style}\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(r)}\"{(fill is null ? "" : $" style=\"fill:{fill}\"")}{Closed("circle", tip)}");

    public void Diamond(double x, double y, double r, string style, string? tip = null) =>
        Append($"<path class=\"{style}\" d=\"M{N(x - r)} {N(y)}L{N(x)} {N(y - r)}L{N(x + r)} {N(y)}L{N(x)} {N(y + r)}Z\"{Closed("path", tip)}");

    public void Path(IEnumerable<(double X, double Y)> points, string style, string? tip = null) =>
        Append($"<path class=\"{style}\" d=\"M{string.Join('L', points.Select(point => $"{N(point.X)} {N(point.Y)}"))}\"{Closed("path", tip)}");

    /// <summary>A cubic Bézier curve.</summary>
    public void Curve((double X, double Y) from, (double X, double Y) leaving, (double X, double Y) arriving, (double X, double Y) to, string style, string? tip = null) =>
        Append($"<path class=\"{style}\" d=\"M{N(from.X)} {N(from.Y)}C{N(leaving.X)} {N(leaving.Y)} {N(arriving.X)} {N(arriving.Y)} {N(to.X)} {N(to.Y)}\"{Closed("path", tip)}");

    public void Text(double x, double y, string text, string style, string? fill = null) =>
        Append($"<text class=\"{style}\" x=\"{N(x)}\" y=\"{N(y)}\"{(fill is null ? "" : $" style=\"fill:{fill}\"")}>{Markup.Escape(Minus().Replace(text, "−"))}</text>");

    public void Image(string pngBase64) =>
        Append($"<image width=\"{N(width)}\" height=\"{N(height)}\" href=\"data:image/png;base64,{pngBase64}\"/>");

    /// <summary>Another drawing inside this one.</summary>
    public void Place(Svg other, double x, double y) =>
        Append($"<g transform=\"translate({N(x)} {N(y)})\">{other._body}</g>");

    /// <summary>For a page that has the figures' style sheet.</summary>
    public string Inline() =>
        $"<svg class=\"figure\" viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" aria-label=\"{Markup.Escape(title)}\">{_body}</svg>";

    /// <summary>A file of its own, on a light ground.</summary>
    public string Standalone() =>
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" class="figure" width="{N(width)}" height="{N(height)}" viewBox="0 0 {N(width)} {N(height)}" role="img" aria-label="{Markup.Escape(title)}">
        <style>{Resources.Text("light.css")}{Resources.Text("figure.css")}</style>
        <rect class="ground" width="100%" height="100%"/>
        {_body}</svg>

        """.ReplaceLineEndings("\n");

    // A sign, not the hyphen of "table-3" or of an exponent.
    [GeneratedRegex(@"(?<!\w)-(?=\d)")]
    private static partial Regex Minus();

    private static string Closed(string element, string? tip) => tip is null ? "/>" : $"><title>{Markup.Escape(tip)}</title></{element}>";

    private static string N(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    private void Append(string element) => _body.Append(element).Append('\n');
}
