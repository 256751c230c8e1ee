using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Specs;

namespace Harness.Reports;

/// <summary>The resolved properties of a record of some kind, every default written out, its kind first.</summary>
internal static class KindJson
{
    public static string Kind(object value) =>
        value.GetType().GetCustomAttribute<KindAttribute>()?.Name ?? JsonNamingPolicy.KebabCaseLower.ConvertName(value.GetType().Name);

    public static JsonObject Of(object value)
    {
        JsonObject node = new() { ["kind"] = Kind(value) };
        foreach ((string name, JsonNode? property) in JsonSerializer.SerializeToNode(value, value.GetType(), ReportFormat.Options)!.AsObject())
        {
            node[name] = property?.DeepClone();
        }
        return node;
    }
}
