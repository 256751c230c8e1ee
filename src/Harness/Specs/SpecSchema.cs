using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Harness.Specs;

/// <summary>The JSON schema of a spec, from the records that read it: for completion and checks in an editor.</summary>
/// <remarks>Reading a spec checks more than a schema can say (locations, row sums, what theory allows).</remarks>
internal static class SpecSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>The schema document of a file type.</summary>
    public static string Write<T>(string title, SpecFormat format)
    {
        JsonNode schema = format.Options.GetJsonSchemaAsNode(typeof(T), new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Written(context.TypeInfo.Type, format) ?? node,
        });
        JsonObject document = new() { ["$schema"] = Dialect, ["title"] = title };
        foreach ((string name, JsonNode? value) in schema.AsObject())
        {
            document[name] = value?.DeepClone();
        }
        return document.ToJsonString(format.Indented) + "\n";
    }

    // Types with their own converter say which JSON forms they take.
    private static JsonObject? Written(Type type, SpecFormat format) =>
        type.GetCustomAttribute<WrittenAsAttribute>() is { } written
            ? new JsonObject
            {
                ["anyOf"] = new JsonArray([.. written.Forms.Select(form => (JsonNode)format.Options.GetJsonSchemaAsNode(form, new JsonSchemaExporterOptions
                {
                    TreatNullObliviousAsNonNullable = true,
                    TransformSchemaNode = (context, node) => context.TypeInfo.Type == type ? node : Written(context.TypeInfo.Type, format) ?? node,
                }))]),
            }
            : null;
}
