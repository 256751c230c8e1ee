using Harness.Reports.Records;

namespace Harness.Reports.Figures;

/// <summary>Every context as a point of three panels: the exact belief, and what is decoded before and after training.</summary>
/// <remarks>One colour (of the exact belief) and one size for a context in all panels. A point outside the frame is drawn on its edge.</remarks>
internal sealed class PointCloud
{
    public const int Theory = 0;
    public const int Untrained = 1;
    public const int Trained = 2;

    // How far beyond the simplex the frame may follow decoded beliefs, as a share of its size.
    private const double Beyond = 0.25;

    private PointCloud(BeliefPlane plane, Frame frame, float[][] x, float[][] y, byte[] colours, byte[] sizes)
    {
        Plane = plane;
        Frame = frame;
        X = x;
        Y = y;
        Colours = colours;
        Sizes = sizes;
    }

    public BeliefPlane Plane { get; }

    public Frame Frame { get; }

    /// <summary>[panel][context], shares of the frame's width from its left edge, in [0, 1].</summary>
    public float[][] X { get; }

    /// <summary>[panel][context], shares of the frame's height from its upper edge, in [0, 1].</summary>
    public float[][] Y { get; }

    /// <summary>Red, green, blue for each context.</summary>
    public byte[] Colours { get; }

    /// <summary>255·P(context)^¼: a point's area goes with the square root of its probability.</summary>
    public byte[] Sizes { get; }

    public int Count => Sizes.Length;

    /// <summary>True when a point lies outside the frame and is drawn on its edge.</summary>
    public bool Clipped => X.Concat(Y).Any(shares => shares.Any(share => share is 0 or 1));

    public static PointCloud Of(PictureRecord picture)
    {
        BeliefPlane plane = BeliefPlane.Of(picture);
        byte[][] sources = [picture.Theory, picture.Untrained, picture.Trained];
        int[] lengths = Lengths(picture);
        float[][] x = [.. sources.Select(_ => new float[picture.Count])], y = [.. sources.Select(_ => new float[picture.Count])];
        byte[] colours = new byte[3 * picture.Count], sizes = new byte[picture.Count];
        for (int context = 0; context < picture.Count; context++)
        {
            for (int panel = 0; panel < sources.Length; panel++)
            {
                (double px, double py) = plane.Project(PictureRecord.Floats(sources[panel]).Slice(context * picture.States, picture.States));
                (x[panel][context], y[panel][context]) = ((float)px, (float)(picture.States == 2 ? -0.08 * lengths[context] : py));
            }
            (colours[3 * context], colours[(3 * context) + 1], colours[(3 * context) + 2]) =
                Palette.Of(PictureRecord.Floats(picture.Theory).Slice(context * picture.States, picture.States));
            sizes[context] = (byte)Math.Clamp(Math.Round(255 * Math.Pow(PictureRecord.Floats(picture.Probabilities)[context], 0.25)), 1, 255);
        }
        Frame frame = Around(plane, picture.States, x, y);
        for (int panel = 0; panel < sources.Length; panel++)
        {
            for (int context = 0; context < picture.Count; context++)
            {
                x[panel][context] = (float)Math.Clamp(frame.X(x[panel][context]), 0, 1);
                y[panel][context] = (float)Math.Clamp(frame.Y(y[panel][context]), 0, 1);
            }
        }
        return new PointCloud(plane, frame, x, y, colours, sizes);
    }

    private static int[] Lengths(PictureRecord picture)
    {
        int[] lengths = new int[picture.Count];
        for (int context = 0, parent = 0; context < picture.Count; context++)
        {
            parent += picture.ParentSteps[context];
            lengths[context] = 1 + (parent == 0 ? 0 : lengths[parent - 1]);
        }
        return lengths;
    }

    // The exact points and the vertices always; decoded points as far as Beyond.
    private static Frame Around(BeliefPlane plane, int states, float[][] x, float[][] y)
    {
        (double X, double Y)[] vertices = [.. Enumerable.Range(0, plane.HasCorners ? states : 0).Select(plane.Vertex)];
        double left = vertices.Select(v => v.X).Append(x[Theory].Min()).Min(), right = vertices.Select(v => v.X).Append(x[Theory].Max()).Max();
        double bottom = vertices.Select(v => v.Y).Append(y[Theory].Min()).Min(), top = vertices.Select(v => v.Y).Append(y[Theory].Max()).Max();
        double more = Beyond * Math.Max(right - left, top - bottom);
        Frame frame = new(
            Math.Max(left - more, Math.Min(left, x.Min(panel => panel.Min()))),
            Math.Min(right + more, Math.Max(right, x.Max(panel => panel.Max()))),
            Math.Max(bottom - more, Math.Min(bottom, y.Min(panel => panel.Min()))),
            Math.Min(top + more, Math.Max(top, y.Max(panel => panel.Max()))));
        return frame.Padded(0.05);
    }
}
