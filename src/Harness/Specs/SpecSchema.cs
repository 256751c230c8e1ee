using System.Reflection;
using System.Text.Json;
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
        HashSet<Type> recursive = [];
        Of(typeof(T), format, [], recursive);
        Type[] defined = [.. recursive.OrderBy(Name, StringComparer.Ordinal)];
        JsonNode schema = Of(typeof(T), format, defined, recursive);
        JsonObject document = new() { ["$schema"] = Dialect, ["title"] = title };
        foreach ((string name, JsonNode? value) in schema.AsObject())
        {
            document[name] = value?.DeepClone();
        }
        if (defined.Length > 0)
        {
            document["$defs"] = new JsonObject(defined.Select(type => KeyValuePair.Create(Name(type), (JsonNode?)Forms(type, format, defined, recursive))));
        }
        return document.ToJsonString(format.Indented) + "\n";
    }

    /// <param name="open">The types with their own converter that are referred to and not written out: those inside of which we are, or that have a definition of their own.</param>
    /// <param name="recursive">Receives those that are met inside of themselves.</param>
    private static JsonNode Of(Type type, SpecFormat format, Type[] open, HashSet<Type> recursive) => format.Options.GetJsonSchemaAsNode(type, new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => Written(context.TypeInfo.Type, format, open, recursive) ?? WithElements(context.TypeInfo, node, format, open, recursive),
    });

    // Types with their own converter say which JSON forms they take.
    private static JsonObject? Written(Type type, SpecFormat format, Type[] open, HashSet<Type> recursive)
    {
        if (type.GetCustomAttribute<WrittenAsAttribute>() is null)
        {
            return null;
        }
        if (open.Contains(type))
        {
            recursive.Add(type);
            return new JsonObject { ["$ref"] = $"#/$defs/{Name(type)}" };
        }
        return Forms(type, format, [.. open, type], recursive);
    }

    private static JsonObject Forms(Type type, SpecFormat format, Type[] open, HashSet<Type> recursive) =>
        new() { ["anyOf"] = new JsonArray([.. type.GetCustomAttribute<WrittenAsAttribute>()!.Forms.Select(form => Of(form, format, open, recursive))]) };

    private static string Name(Type type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.Name);

    // The exporter leaves the elements of a list or map out when their type has its own converter.
    private static JsonNode WithElements(JsonTypeInfo type, JsonNode node, SpecFormat format, Type[] open, HashSet<Type> recursive)
    {
        string? name = type.Kind switch { JsonTypeInfoKind.Enumerable => "items", JsonTypeInfoKind.Dictionary => "additionalProperties", _ => null };
        if (name is not null && node is JsonObject list && !list.ContainsKey(name) && Written(type.ElementType!, format, open, recursive) is { } element)
        {
            list[name] = element;
        }
        return node;
    }
}
