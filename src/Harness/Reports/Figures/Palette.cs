namespace Harness.Reports.Figures;

/// <summary>The colour of a belief: the states' colours mixed in linear light, each in proportion to its probability.</summary>
internal static class Palette
{
    // Red, green, blue of about equal lightness; then hues that stay apart from them.
    private static readonly (byte R, byte G, byte B)[] States =
        [(226, 48, 46), (24, 156, 72), (42, 100, 228), (232, 160, 0), (150, 62, 190), (0, 168, 178), (214, 80, 150), (120, 96, 60)];

    public static (byte R, byte G, byte B) Of(int state) => States[state % States.Length];

    public static string Hex(int state)
    {
        (byte r, byte g, byte b) = Of(state);
        return $"#{r:x2}{g:x2}{b:x2}";
    }

    /// <param name="belief">Probabilities of the states.</param>
    public static (byte R, byte G, byte B) Of(ReadOnlySpan<float> belief)
    {
        double r = 0, g = 0, b = 0;
        for (int state = 0; state < belief.Length; state++)
        {
            (byte R, byte G, byte B) colour = Of(state);
            r += belief[state] * Linear(colour.R);
            g += belief[state] * Linear(colour.G);
            b += belief[state] * Linear(colour.B);
        }
        return (Encoded(r), Encoded(g), Encoded(b));
    }

    private static double Linear(byte value) => Math.Pow(value / 255.0, 2.2);

    private static byte Encoded(double value) => (byte)Math.Round(255 * Math.Pow(Math.Clamp(value, 0, 1), 1 / 2.2));
}
