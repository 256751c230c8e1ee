using System.Text.Json.Serialization;
using Harness.Processes.Compositions;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>A process as a spec refers to it: an id, with parameters where they differ from the defaults; or a composition of processes.</summary>
/// <param name="Process">Null for a composition.</param>
/// <param name="Composition">Null for an id.</param>
/// <remarks>In JSON <c>"mess3"</c>, <c>{ "process": "mess3", "with": { "x": 0.05, "a": "17/20" } }</c> or <c>{ "kind": "product", "factors": [ … ] }</c>.</remarks>
[WrittenAs(typeof(string), typeof(ParameterizedProcess), typeof(Composition), Description = "the id of a process, an object with \"process\" and \"with\", or a composition with its \"kind\"")]
[JsonConverter(typeof(ProcessReferenceConverter))]
internal sealed record ProcessReference(string? Process, IReadOnlyDictionary<string, Scalar>? With = null, Composition? Composition = null)
{
    /// <summary>A readable name, such as "mess3(x=0.05)" or "product(mess3, coin)".</summary>
    public string Label => Composition?.Label
        ?? (With is not { Count: > 0 } ? Process! : $"{Process}({string.Join(", ", With.Select(value => $"{value.Key}={value.Value}"))})");

    /// <summary>The parameters as numbers; what has no value is reported and NaN.</summary>
    /// <param name="names">Values of the names that they may use.</param>
    public Dictionary<string, double> Values(IReadOnlyDictionary<string, double> names, Scope at) =>
        (With ?? new Dictionary<string, Scalar>()).ToDictionary(value => value.Key, value => value.Value.Evaluate(names, at["with"][value.Key]));
}
