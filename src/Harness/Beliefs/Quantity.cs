namespace Harness.Beliefs;

/// <summary>A number, or the reason why there is none. Never both, never neither.</summary>
internal sealed record Quantity
{
    private Quantity(double? value, string? reason)
    {
        Value = value;
        Reason = reason;
    }

    public double? Value { get; }

    /// <summary>Why the value is infinite or unknown.</summary>
    public string? Reason { get; }

    public static Quantity Known(double value) => new(value, null);

    public static Quantity Missing(string reason) => new(null, reason);
}
