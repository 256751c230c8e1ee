using System.Text.Json.Serialization;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>A process as an experiment names it: an id, with parameters where they differ from the defaults.</summary>
/// <remarks>In JSON <c>"mess3"</c> or <c>{ "process": "mess3", "with": { "x": 0.05, "a": "17/20" } }</c>.</remarks>
[WrittenAs(typeof(string), typeof(ParameterizedProcess), Description = "the id of a process, or an object with \"process\" and \"with\"")]
[JsonConverter(typeof(ProcessReferenceConverter))]
internal sealed record ProcessReference(string Process, IReadOnlyDictionary<string, Scalar>? With = null)
{
    /// <summary>The parameters as numbers; what has no value is reported and NaN.</summary>
    public Dictionary<string, double> Values(Scope at) =>
        (With ?? new Dictionary<string, Scalar>()).ToDictionary(value => value.Key, value => value.Value.Constant(at["with"][value.Key]));
}
