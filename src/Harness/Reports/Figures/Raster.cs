using System.Runtime.CompilerServices;
using BigGustave;

namespace Harness.Reports.Figures;

/// <summary>A small opaque picture on which anti-aliased discs are laid.</summary>
internal sealed class Raster
{
    // Fewer shades compress far better, and nobody sees the difference between dots.
    private const int ShadeStep = 8;
    private readonly float[] _pixels;

    public Raster(int width, int height)
    {
        Width = width;
        Height = height;
        _pixels = new float[3 * width * height];
        Array.Fill(_pixels, 255f);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>A disc of the given radius; a pixel is covered by as much as its centre is inside, softened over one pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Disc(double x, double y, double radius, (byte R, byte G, byte B) colour, double alpha)
    {
        int left = Math.Max(0, (int)Math.Floor(x - radius - 1)), right = Math.Min(Width - 1, (int)Math.Ceiling(x + radius + 1));
        int top = Math.Max(0, (int)Math.Floor(y - radius - 1)), bottom = Math.Min(Height - 1, (int)Math.Ceiling(y + radius + 1));
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                double dx = column + 0.5 - x, dy = row + 0.5 - y;
                double cover = alpha * Math.Clamp(radius + 0.5 - Math.Sqrt((dx * dx) + (dy * dy)), 0, 1);
                if (cover > 0)
                {
                    int at = 3 * ((row * Width) + column);
                    _pixels[at] += (float)(cover * (colour.R - _pixels[at]));
                    _pixels[at + 1] += (float)(cover * (colour.G - _pixels[at + 1]));
                    _pixels[at + 2] += (float)(cover * (colour.B - _pixels[at + 2]));
                }
            }
        }
    }

    /// <summary>A thin line, as discs laid along it.</summary>
    public void Line(double x1, double y1, double x2, double y2, (byte R, byte G, byte B) colour)
    {
        int steps = (int)Math.Ceiling(Math.Max(Math.Abs(x2 - x1), Math.Abs(y2 - y1)));
        for (int i = 0; i <= steps; i++)
        {
            double share = steps == 0 ? 0 : (double)i / steps;
            Disc(x1 + (share * (x2 - x1)), y1 + (share * (y2 - y1)), 0.5, colour, 0.5);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public byte[] Png()
    {
        PngBuilder builder = PngBuilder.Create(Width, Height, hasAlphaChannel: false);
        for (int row = 0; row < Height; row++)
        {
            for (int column = 0; column < Width; column++)
            {
                int at = 3 * ((row * Width) + column);
                builder.SetPixel(Shade(_pixels[at]), Shade(_pixels[at + 1]), Shade(_pixels[at + 2]), column, row);
            }
        }
        return builder.Save(new PngBuilder.SaveOptions { AttemptCompression = true });
    }

    private static byte Shade(float value) => (byte)Math.Min(255, Math.Round(value / ShadeStep) * ShadeStep);
}
