using System.Runtime.CompilerServices;
using Harness.Reports.Records;

namespace Harness.Reports.Figures;

/// <summary>The belief picture as a file: theory, untrained and trained side by side.</summary>
internal static class SimplexFigure
{
    public const int Width = 1500;
    public const int Height = 520;

    /// <summary>The largest radius of a point and the smallest, as shares of a panel's width; the same in the interactive picture.</summary>
    public const double LargestRadius = 0.012;
    public const double SmallestRadius = 0.0013;

    private const double Panel = Width / 3.0;
    private const double Top = 34;
    private static readonly (byte R, byte G, byte B) Outline = (170, 170, 170);

    // A report uses the same picture in three places.
    private static readonly ConditionalWeakTable<PictureRecord, byte[]> s_drawn = [];

    /// <summary>The points and, for three states, the triangle; no words. Drawn once for each picture.</summary>
    public static byte[] Png(PictureRecord picture) => s_drawn.GetValue(picture, Rasterise);

    private static byte[] Rasterise(PictureRecord picture)
    {
        PointCloud cloud = PointCloud.Of(picture);
        Raster raster = new(Width, Height);
        for (int panel = 0; panel < 3; panel++)
        {
            foreach (((double X, double Y) from, (double X, double Y) to) in Edges(cloud, picture.States, panel))
            {
                raster.Line(from.X, from.Y, to.X, to.Y, Outline);
            }
            for (int context = 0; context < cloud.Count; context++)
            {
                (double x, double y) = Place(cloud.Frame, panel, cloud.X[panel][context], cloud.Y[panel][context]);
                double wanted = Panel * LargestRadius * cloud.Sizes[context] / 255, least = Panel * SmallestRadius;
                raster.Disc(x, y, Math.Max(wanted, least), (cloud.Colours[3 * context], cloud.Colours[(3 * context) + 1], cloud.Colours[(3 * context) + 2]), Alpha(wanted / least));
            }
        }
        return raster.Png();
    }

    /// <summary>The PNG with titles and state names.</summary>
    public static Svg Draw(PictureRecord picture, IReadOnlyList<string> states)
    {
        PointCloud cloud = PointCloud.Of(picture);
        Svg svg = new(Width, Height, "Beliefs of every context: theory, untrained network, trained network");
        svg.Image(Convert.ToBase64String(Png(picture)));
        string[] titles = ["theory", "untrained", "trained"];
        for (int panel = 0; panel < 3; panel++)
        {
            svg.Text((panel + 0.5) * Panel, 26, titles[panel], "title mid");
            foreach ((string text, double across, double down, string? colour) in StateLabels.Of(cloud, states))
            {
                (double x, double y) = Place(cloud.Frame, panel, across, down);
                svg.Text(x, down < 0.5 ? y - 10 : y + 20, text, "vertex mid", colour);
            }
        }
        return svg;
    }

    /// <summary>Fainter where a point is smaller than what can be drawn.</summary>
    public static double Alpha(double shareOfLeast) => shareOfLeast >= 1 ? 0.85 : 0.4 + (0.45 * shareOfLeast);

    private static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Edges(PointCloud cloud, int states, int panel)
    {
        for (int state = 0; state < (states == 3 && cloud.Plane.HasCorners ? 3 : 0); state++)
        {
            (double X, double Y) a = cloud.Plane.Vertex(state), b = cloud.Plane.Vertex((state + 1) % 3);
            yield return (Place(cloud.Frame, panel, cloud.Frame.X(a.X), cloud.Frame.Y(a.Y)), Place(cloud.Frame, panel, cloud.Frame.X(b.X), cloud.Frame.Y(b.Y)));
        }
    }

    // Equal scales in both directions, centred in the panel below its title.
    private static (double X, double Y) Place(Frame frame, int panel, double x, double y)
    {
        double scale = Math.Min((Panel - 20) / frame.Width, (Height - Top - 10) / frame.Height);
        double width = scale * frame.Width, height = scale * frame.Height;
        return ((panel * Panel) + ((Panel - width) / 2) + (x * width), Top + ((Height - Top - height) / 2) + (y * height));
    }
}
