using Harness.Beliefs;

namespace Harness.Reports.Figures;

/// <summary>Every belief that a process can be met with, from theory alone.</summary>
/// <remarks>
/// Finitely many: a dot for each mixed state, ringed where it is recurrent. Otherwise the beliefs after all contexts of a tree, as an image under
/// the drawing. Two states: left to right the probability of the second, downwards the context length. The plane is that of <see cref="BeliefPlane"/>.
/// </remarks>
internal static class BeliefSetFigure
{
    public const double Width = 640;

    private const double Margin = 34;
    private const double TallestShare = 0.9;
    private const double FlattestShare = 0.35;
    private const int PixelsPerUnit = 2;
    private const double RowHeight = 0.05;
    private const int MostDots = 1000;
    private const int MostNames = 12;

    // Of the width: the largest and the smallest radius of a point.
    private const double LargestRadius = 0.011;
    private const double SmallestRadius = 0.0009;
    private static readonly (byte R, byte G, byte B) Outline = (170, 170, 170);

    /// <summary>Null where there is nothing to see: one coordinate only.</summary>
    public static Svg? Draw(BeliefTree tree, MixedStatePresentation presentation)
    {
        int states = tree.Process.StateCount;
        if (states < 2)
        {
            return null;
        }
        double[] beliefs = new double[(tree.Count - 1) * states];
        for (int node = 1; node < tree.Count; node++)
        {
            tree.Belief(node).CopyTo(beliefs.AsSpan((node - 1) * states));
        }
        BeliefPlane plane = BeliefPlane.Of(states, beliefs, tree.Probabilities.AsSpan(1));
        (double X, double Y)[] points = [.. Enumerable.Range(1, tree.Count - 1).Select(node =>
            plane.Project(tree.Belief(node)) is var place && states == 2 ? (place.X, -RowHeight * tree.Length(node)) : place)];
        (double X, double Y)[] corners = [.. Enumerable.Range(0, plane.HasCorners ? states : 0).Select(plane.Vertex)];
        Frame frame = Around(points, corners, plane.Disc ?? 0);
        double height = Math.Clamp(frame.Height / frame.Width, FlattestShare, TallestShare) * Width;
        Svg svg = new(Width, height, $"The beliefs of {tree.Process.Id}");
        Canvas canvas = new(frame, height);
        BeliefColour colour = new(tree.Process, plane);
        if (presentation.Closed && presentation.Count <= MostDots && states > 2)
        {
            Outlines(svg, canvas, corners, plane);
            States(svg, canvas, presentation, plane, colour);
        }
        else
        {
            svg.Image(Convert.ToBase64String(Rasterise(tree, points, canvas, colour, states == 3 ? corners : [])));
            Outlines(svg, canvas, [], plane);
        }
        if (corners.Length <= MostNames)
        {
            Names(svg, canvas, corners, tree.Process.States);
        }
        return svg;
    }

    private static Frame Around((double X, double Y)[] points, (double X, double Y)[] corners, double disc)
    {
        (double X, double Y)[] all = [.. points, .. corners, (-disc, -disc), (disc, disc)];
        all = disc == 0 ? all[..^2] : all;
        Frame frame = new(all.Min(p => p.X), all.Max(p => p.X), all.Min(p => p.Y), all.Max(p => p.Y));
        // Beliefs on a line still have a place.
        return frame.Width + frame.Height > 0 ? frame.Padded(0.01) : frame.Padded(0) with { Left = frame.Left - 1, Right = frame.Right + 1, Bottom = frame.Bottom - 1, Top = frame.Top + 1 };
    }

    private static void Outlines(Svg svg, Canvas canvas, (double X, double Y)[] corners, BeliefPlane plane)
    {
        if (corners.Length == 3)
        {
            svg.Path([.. corners.Append(corners[0]).Select(canvas.Place)], "outline");
        }
        if (plane.Disc is { } radius)
        {
            (double x, double y) = canvas.Place((0, 0));
            svg.Dot(x, y, radius * canvas.Scale, "outline");
        }
    }

    private static void States(Svg svg, Canvas canvas, MixedStatePresentation presentation, BeliefPlane plane, BeliefColour colour)
    {
        string[] words = ShortestWords.Of(presentation);
        foreach (int state in Enumerable.Range(0, presentation.Count).OrderBy(state => presentation.Recurrent[state]))
        {
            (double x, double y) = canvas.Place(plane.Project(presentation.Belief(state)));
            string tip = $"after {words[state]}: ({string.Join(", ", presentation.Belief(state).ToArray().Select(Wording.Raw))})";
            svg.Dot(x, y, 6, "state", tip, colour.Hex(presentation.Belief(state)));
            if (presentation.Recurrent[state])
            {
                svg.Dot(x, y, 9, "recurrent");
            }
        }
    }

    private static byte[] Rasterise(BeliefTree tree, (double X, double Y)[] points, Canvas canvas, BeliefColour colour, (double X, double Y)[] corners)
    {
        Raster raster = new((int)(PixelsPerUnit * Width), (int)(PixelsPerUnit * canvas.Height));
        for (int corner = 0; corner < corners.Length; corner++)
        {
            ((double ax, double ay), (double bx, double by)) = (canvas.Place(corners[corner]), canvas.Place(corners[(corner + 1) % corners.Length]));
            raster.Line(PixelsPerUnit * ax, PixelsPerUnit * ay, PixelsPerUnit * bx, PixelsPerUnit * by, Outline);
        }
        for (int node = 1; node < tree.Count; node++)
        {
            (double x, double y) = canvas.Place(points[node - 1]);
            double wanted = Width * LargestRadius * Math.Pow(tree.Probabilities[node], 0.25), least = Width * SmallestRadius;
            raster.Disc(PixelsPerUnit * x, PixelsPerUnit * y, PixelsPerUnit * Math.Max(wanted, least), colour.Of(tree.Belief(node)), SimplexFigure.Alpha(wanted / least));
        }
        return raster.Png();
    }

    private static void Names(Svg svg, Canvas canvas, (double X, double Y)[] corners, IReadOnlyList<string> names)
    {
        foreach (IGrouping<(double, double), int> place in Enumerable.Range(0, corners.Length)
            .GroupBy(state => (Math.Round(corners[state].X, 2), Math.Round(corners[state].Y, 2))))
        {
            int state = place.First();
            (double x, double y) = canvas.Place(corners[state]);
            svg.Text(x, y < canvas.Height / 2 ? y - 13 : y + 24, string.Join(", ", place.Select(other => names[other])), "vertex mid", place.Count() == 1 ? Palette.Hex(state) : null);
        }
    }

    /// <summary>The drawing's coordinates; equal scales in both directions, centred.</summary>
    private sealed class Canvas(Frame frame, double height)
    {
        public double Height => height;

        public double Scale { get; } = Math.Min((Width - (2 * Margin)) / frame.Width, (height - (2 * Margin)) / Math.Max(frame.Height, 1e-9));

        public (double X, double Y) Place((double X, double Y) point) => (
            (Width / 2) + (Scale * (point.X - ((frame.Left + frame.Right) / 2))),
            (height / 2) - (Scale * (point.Y - ((frame.Bottom + frame.Top) / 2))));
    }
}
