namespace Harness.Beliefs;

/// <summary>A number, exact or enclosed, or the reason why there is none. Never both, never neither.</summary>
internal sealed record Quantity
{
    private Quantity(double? value, double? lower, double? upper, string? reason)
    {
        Value = value;
        Lower = lower;
        Upper = upper;
        Reason = reason;
    }

    public double? Value { get; }

    /// <summary>What the value is at least; the value itself where that is exact to rounding.</summary>
    public double? Lower { get; }

    /// <summary>What the value is at most; the value itself where that is exact to rounding.</summary>
    public double? Upper { get; }

    /// <summary>Why the value is infinite or unknown.</summary>
    public string? Reason { get; }

    public static Quantity Known(double value) => new(value, value, value, null);

    public static Quantity Enclosed(double value, double lower, double upper) => new(value, lower, upper, null);

    public static Quantity Missing(string reason) => new(null, null, null, reason);

    /// <summary>The quantity after a map that keeps order, or the same reason.</summary>
    public Quantity Map(Func<double, double> increasing) =>
        Value is { } value ? new Quantity(increasing(value), increasing(Lower!.Value), increasing(Upper!.Value), null) : this;
}
