using System.Globalization;
using System.Text;
using Harness.Measurements;

namespace Harness.Reports.Html;

/// <summary>What decodes the belief of a process without a network: the numbers that a probe has to beat.</summary>
internal static class NullSection
{
    public static string Write(NullCard nulls)
    {
        StringBuilder html = new("<section id=\"nulls\">\n<h2>What decodes the belief without a network</h2>\n<p>");
        string weights = nulls.Weighting == Weighting.Probability ? "weighted by its probability" : "counted once for every word that it begins";
        html.Append(CultureInfo.InvariantCulture, $"R² of the belief over every context of length 1 to {nulls.Window}, {weights}. “Held out” is by {Wording.Word(nulls.Partition)}; “as published” is fitted to and scored on every row of every word. ")
            .Append("Whitened: every direction in which beliefs vary counts alike, so that the number does not depend on the coordinates in which they are written.</p>\n")
            .Append("<div class=\"scroll\"><table><thead><tr><th></th><th class=\"group\" colspan=\"2\">held out</th><th class=\"group\" colspan=\"2\">in sample</th><th class=\"group\" colspan=\"2\">as published</th></tr>\n")
            .Append("<tr><th class=\"left\">from</th><th>pooled</th><th>whitened</th><th class=\"first\">pooled</th><th>whitened</th><th class=\"first\">pooled</th><th>squared error</th></tr></thead>\n<tbody>\n");
        foreach ((string name, NullScore heldOut) in nulls.HeldOut)
        {
            NullScore inSample = nulls.InSample[name], published = nulls.AsPublished[name];
            html.Append("<tr><th>").Append(name).Append("</th>").Append(Cell(heldOut.RSquared)).Append(Cell(heldOut.Whitened)).Append(Cell(inSample.RSquared, " class=\"first\"")).Append(Cell(inSample.Whitened))
                .Append(Cell(published.RSquared, " class=\"first\"")).Append("<td>").Append(published.MeanSquaredError.Value is { } error ? error.ToString("F6", CultureInfo.InvariantCulture) : Wording.None).Append("</td></tr>\n");
        }
        return html.Append("</tbody></table></div>\n<p class=\"soft\">next-token: affine in the law of the next token; log-next-token: in its logarithm, with an indicator of the tokens that are possible; ")
            .Append("last-k: in the last k tokens and the position, one-hot; table-k: the mean belief after the same last k tokens.</p>\n</section>\n").ToString();
    }

    private static string Cell(Measured value, string attributes = "") => value.Value is { } number
        ? $"<td{attributes}>{number.ToString("F3", CultureInfo.InvariantCulture)}</td>"
        : $"<td{attributes} title=\"{Markup.Escape(value.Why)}\">{Wording.None}</td>";
}
