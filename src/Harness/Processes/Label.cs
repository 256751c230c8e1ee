using System.Text.Json.Serialization;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>The name of a state or a symbol, or one name for each value of an index.</summary>
/// <remarks>
/// In JSON <c>"A"</c> or <c>{ "name": "B{i}", "for": { "i": [1, "n - 1"] } }</c>. What stands in braces is an expression with an integer value;
/// see <see cref="Repetition"/> for <c>for</c>.
/// </remarks>
[WrittenAs(typeof(string), typeof(RepeatedLabel), Description = "a name, or an object with \"name\" and \"for\"")]
[JsonConverter(typeof(LabelConverter))]
internal sealed record Label(string Name, IReadOnlyDictionary<string, IReadOnlyList<Scalar>>? For = null)
{
    /// <summary>True for a name that is what it says, whatever the parameters.</summary>
    public bool IsFixed => For is null && !LabelTemplate.HasBraces(Name);
}
