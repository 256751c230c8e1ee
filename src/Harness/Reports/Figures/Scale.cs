namespace Harness.Reports.Figures;

/// <summary>Maps numbers to positions on an axis. Numbers outside are put on its ends.</summary>
/// <param name="From">Position of <paramref name="Low"/>.</param>
/// <param name="To">Position of <paramref name="High"/>.</param>
internal sealed record Scale(double Low, double High, double From, double To, bool Logarithmic = false)
{
    public double At(double value)
    {
        double share = Logarithmic
            ? (Math.Log(Math.Max(value, Low)) - Math.Log(Low)) / (Math.Log(High) - Math.Log(Low))
            : (value - Low) / (High - Low);
        return From + (Math.Clamp(share, 0, 1) * (To - From));
    }

    public bool Shows(double value) => value >= Low && value <= High;

    /// <summary>Round numbers inside: powers of ten on a logarithmic axis, else steps of 1, 2 or 5.</summary>
    public IReadOnlyList<double> Ticks(int about = 5)
    {
        if (Logarithmic)
        {
            int first = (int)Math.Ceiling(Math.Log10(Low) - 1e-9), last = (int)Math.Floor(Math.Log10(High) + 1e-9);
            return [.. Enumerable.Range(first, Math.Max(0, last - first + 1)).Select(power => Math.Pow(10, power))];
        }
        double rough = (High - Low) / about, unit = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = unit * (rough / unit) switch { > 7 => 10, > 3.5 => 5, > 1.5 => 2, _ => 1 };
        int start = (int)Math.Ceiling((Low / step) - 1e-9), end = (int)Math.Floor((High / step) + 1e-9);
        return [.. Enumerable.Range(start, Math.Max(0, end - start + 1)).Select(i => Math.Round(i * step, 12))];
    }

    /// <summary>A power of ten: 10⁻³.</summary>
    public static string PowerLabel(double tick)
    {
        string power = Math.Round(Math.Log10(tick)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return "10" + string.Concat(power.Select(c => c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c - '0']));
    }

    public static string Label(double tick) => Math.Abs(tick) is >= 0.001 or 0
        ? tick.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)
        : tick.ToString("0.#e+0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The same axis over a little more, so that nothing lies on its ends.</summary>
    public Scale Padded(double share) => this with { Low = Low - (share * (High - Low)), High = High + (share * (High - Low)) };
}
