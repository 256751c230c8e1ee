using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Serialization;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>A number in a spec: written as a number, or as an arithmetic expression such as <c>"1/3"</c> or <c>"a*y"</c>.</summary>
/// <param name="Number">The number, where there is no expression.</param>
[WrittenAs(typeof(double), typeof(string), Description = "a number or an expression such as \"1/3\"")]
[JsonConverter(typeof(ScalarConverter))]
internal sealed record Scalar(double Number, string? Expression = null)
{
    private static readonly FrozenDictionary<string, double> NoNames = FrozenDictionary<string, double>.Empty;

    /// <summary>Its value, all problems reported; NaN when it has none.</summary>
    /// <param name="names">Values of the names it may use; NaN for a name whose own problem has been reported.</param>
    public double Evaluate(IReadOnlyDictionary<string, double> names, Scope at) => Formula.Read(this, at)?.Evaluate(names, at) ?? double.NaN;

    /// <summary>The value of an expression without names.</summary>
    public double Constant(Scope at) => Evaluate(NoNames, at);

    public override string ToString() => Expression ?? Number.ToString("R", CultureInfo.InvariantCulture);
}
