namespace Harness.Measurements;

/// <summary>A number, or the reason why there is none. Never NaN, never a silent zero.</summary>
internal sealed record Measured
{
    private const string SaturatedPrefix = "saturated: ";

    private Measured(double? value, string? why)
    {
        Value = value;
        Why = why;
    }

    public double? Value { get; }

    /// <summary>Why it is undefined; null when there is a value.</summary>
    public string? Why { get; }

    public bool IsSaturated => Why?.StartsWith(SaturatedPrefix, StringComparison.Ordinal) == true;

    public static Measured Of(double value) =>
        double.IsFinite(value) ? new Measured(value, null) : new Measured(null, "the result is not a finite number");

    public static Measured Undefined(string why) => new(null, why);

    /// <summary>The mean of some values; undefined where one of them is, for its reason.</summary>
    public static Measured Mean(IEnumerable<Measured> values)
    {
        Measured[] all = [.. values];
        return all.Length == 0 ? Undefined("there is nothing to take the mean of")
            : all.FirstOrDefault(value => value.Value is null) ?? Of(all.Average(value => value.Value!.Value));
    }

    /// <summary>Undefined because a fit has as many dimensions as it has contexts: it would come out perfect whatever it was given.</summary>
    public static Measured Saturated(string how) => new(null, SaturatedPrefix + how);

    public override string ToString() => Value is { } value ? value.ToString("F4", System.Globalization.CultureInfo.InvariantCulture) : $"undefined: {Why}";
}
