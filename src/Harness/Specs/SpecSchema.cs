using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Harness.Specs;

/// <summary>The JSON schema of a spec, from the records that read it: for completion and checks in an editor.</summary>
/// <remarks>Reading a spec checks more than a schema can say (locations, row sums, what theory allows).</remarks>
internal static class SpecSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>The schema document of a file type.</summary>
    public static string Write<T>(string title, SpecFormat format)
    {
        JsonNode schema = Of(typeof(T), format, []);
        JsonObject document = new() { ["$schema"] = Dialect, ["title"] = title };
        foreach ((string name, JsonNode? value) in schema.AsObject())
        {
            document[name] = value?.DeepClone();
        }
        return document.ToJsonString(format.Indented) + "\n";
    }

    /// <param name="open">The types with their own converter that are being written out: one that contains itself is not repeated in itself.</param>
    private static JsonNode Of(Type type, SpecFormat format, Type[] open) => format.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => Written(context.TypeInfo.Type, format, open) ?? WithElements(context.TypeInfo, node, format, open),
    });

    // Types with their own converter say which JSON forms they take.
    private static JsonObject? Written(Type type, SpecFormat format, Type[] open) =>
        type.GetCustomAttribute<WrittenAsAttribute>() is { } written && !open.Contains(type)
            ? new JsonObject { ["anyOf"] = new JsonArray([.. written.Forms.Select(form => Of(form, format, [.. open, type]))]) }
            : null;

    // The exporter leaves the elements of a list or map out when their type has its own converter.
    private static JsonNode WithElements(JsonTypeInfo type, JsonNode node, SpecFormat format, Type[] open)
    {
        string? name = type.Kind switch { JsonTypeInfoKind.Enumerable => "items", JsonTypeInfoKind.Dictionary => "additionalProperties", _ => null };
        if (name is not null && node is JsonObject list && !list.ContainsKey(name) && Written(type.ElementType!, format, open) is { } element)
        {
            list[name] = element;
        }
        return node;
    }
}
