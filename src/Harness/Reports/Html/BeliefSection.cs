using System.Text;
using Harness.Reports.Figures;
using Harness.Reports.Records;

namespace Harness.Reports.Html;

/// <summary>Every context as a point: the exact belief, and the belief decoded from the network before and after training.</summary>
internal static class BeliefSection
{
    private static readonly string[] Titles = ["theory", "untrained", "trained"];

    public static string Write(ReportModel model)
    {
        if (model.Picture is not { States: > 1 } picture)
        {
            return "";
        }
        PointCloud cloud = PointCloud.Of(picture);
        StringBuilder html = new();
        html.Append("<section id=\"beliefs\">\n<h2>Belief geometry</h2>\n<p>").Append(Caption(picture, cloud)).Append("</p>\n<div class=\"panels\"")
            .Append(Attributes(model, picture, cloud)).Append(">\n");
        for (int panel = 0; panel < 3; panel++)
        {
            html.Append("<figure><figcaption>").Append(Titles[panel]).Append("</figcaption><div class=\"plane\" style=\"aspect-ratio:")
                .Append(Coordinate(cloud.Frame.Width / cloud.Frame.Height)).Append("\"><canvas aria-label=\"beliefs, ").Append(Titles[panel]).Append("\"></canvas>")
                .Append(Overlay(cloud, model.Experiment.Process.States)).Append("<i class=\"ring\"></i></div></figure>\n");
        }
        html.Append("</div>\n<p class=\"readout\" aria-live=\"polite\"><span class=\"soft\">Point at a context to see it in all three panels.</span></p>\n")
            .Append("<div class=\"still\">").Append(SimplexFigure.Draw(picture, model.Experiment.Process.States).Inline()).Append("</div>\n<script type=\"text/plain\" id=\"points\">").Append(Convert.ToBase64String(PointData.Write(picture, cloud))).Append("</script>\n</section>\n");
        return html.ToString();
    }

    private static string Caption(PictureRecord picture, PointCloud cloud)
    {
        string layout = picture.States switch
        {
            _ when cloud.Plane.Disc is not null => "The plane is that of the Bloch vector.",
            _ when !cloud.Plane.HasCorners => "The plane is spanned by the first two principal components of the exact beliefs; decoded beliefs go through the same map.",
            2 => "Left to right: the probability of the second state; downwards: context length.",
            3 => "A corner is certainty of a state.",
            _ => "The plane is spanned by the first two principal components of the exact beliefs; decoded beliefs go through the same map. Labels mark certainty of a state.",
        };
        return $"Each of {Wording.Grouped(picture.Count)} points is a context. Left, the belief state that an ideal observer holds after it; middle and right, what an affine probe decodes from "
            + $"<code>{Markup.Escape(picture.Location.Name)}</code> before and after training (seed {Wording.Count(picture.Seed)}), each context by a map that was not fitted to it. {layout} "
            + "The colour mixes the states’ colours by the exact belief, the same in all panels; the area of a point goes with the square root of its probability."
            + (cloud.Clipped ? " Decoded beliefs that lie far outside are drawn on the edge." : "");
    }

    private static string Attributes(ReportModel model, PictureRecord picture, PointCloud cloud)
    {
        string frame = string.Join(' ', new[] { cloud.Frame.Left, cloud.Frame.Right, cloud.Frame.Bottom, cloud.Frame.Top }.Select(Coordinate));
        return $" data-count=\"{Wording.Count(picture.Count)}\" data-states=\"{Markup.Escape(string.Join('\t', model.Experiment.Process.States))}\""
            + $" data-symbols=\"{Markup.Escape(string.Join('\t', model.Experiment.Process.Symbols))}\" data-frame=\"{frame}\" data-beliefs=\"{(PointData.HasBeliefs(picture) ? "1" : "0")}\""
            + $" data-radii=\"{Coordinate(SimplexFigure.LargestRadius)} {Coordinate(SimplexFigure.SmallestRadius)}\"";
    }

    // State names, and the triangle; in shares of the frame, so that it scales with the canvas below it.
    private static string Overlay(PointCloud cloud, IReadOnlyList<string> names)
    {
        StringBuilder svg = new();
        double width = 300, height = width * cloud.Frame.Height / cloud.Frame.Width;
        svg.Append("<svg class=\"overlay\" aria-hidden=\"true\" viewBox=\"0 0 ").Append(Coordinate(width)).Append(' ').Append(Coordinate(height)).Append("\">");
        IReadOnlyList<(string Text, double X, double Y, string? Colour)> labels = StateLabels.Of(cloud, names);
        if (names.Count == 3 && cloud.Plane.HasCorners)
        {
            svg.Append("<path d=\"M").Append(string.Join('L', labels.Select(label => $"{Coordinate(width * label.X)} {Coordinate(height * label.Y)}"))).Append("Z\"/>");
        }
        foreach ((string text, double x, double y, string? colour) in labels)
        {
            svg.Append("<text style=\"fill:").Append(colour ?? "var(--ink)").Append("\" x=\"").Append(Coordinate(width * x)).Append("\" y=\"")
                .Append(Coordinate((height * y) + (names.Count == 2 ? 2 : y < 0.5 ? -6 : 15))).Append("\">").Append(Markup.Escape(text)).Append("</text>");
        }
        return svg.Append("</svg>").ToString();
    }

    private static string Coordinate(double value) => Math.Round(value, 6).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
