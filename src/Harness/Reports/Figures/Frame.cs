namespace Harness.Reports.Figures;

/// <summary>The part of the plane that a panel shows; y grows upwards.</summary>
internal sealed record Frame(double Left, double Right, double Bottom, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;

    /// <summary>Position from the left edge, as a share of the width.</summary>
    public double X(double x) => (x - Left) / Width;

    /// <summary>Position from the upper edge, as a share of the height.</summary>
    public double Y(double y) => (Top - y) / Height;

    /// <summary>The same with room on every side, as a share of the longer side.</summary>
    public Frame Padded(double share)
    {
        double room = share * Math.Max(Width, Height);
        return new Frame(Left - room, Right + room, Bottom - room, Top + room);
    }
}
