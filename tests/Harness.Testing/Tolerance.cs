namespace Harness.Testing;

/// <summary>How far a number may be from the accepted one: |actual − expected| ≤ absolute + relative·|expected|.</summary>
/// <remarks>NaN equals nothing, not even NaN. Two integers are equal only if they are the same: a count has no tolerance.</remarks>
/// <param name="At">Other tolerances below some JSON paths, such as "$.estimate"; the longest matching path holds.</param>
internal sealed record Tolerance(double Relative, double Absolute, IReadOnlyDictionary<string, Tolerance>? At = null)
{
    /// <summary>Rounding of a long float64 calculation.</summary>
    public static Tolerance Rounding { get; } = new(1e-9, 1e-12);

    public static Tolerance None { get; } = new(0, 0);

    public bool Accepts(double expected, double actual) =>
        double.IsFinite(expected) && double.IsFinite(actual)
            ? Math.Abs(actual - expected) <= Absolute + (Relative * Math.Abs(expected))
            : double.IsInfinity(expected) && expected.Equals(actual);

    public Tolerance For(string path)
    {
        string? nearest = At?.Keys
            .Where(prefix => path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] is '.' or '['))
            .MaxBy(prefix => prefix.Length);
        return nearest is null ? this : At![nearest];
    }

    public override string ToString() => Relative == 0 && Absolute == 0
        ? "none"
        : FormattableString.Invariant($"{Relative:R} relative + {Absolute:R} absolute");
}
