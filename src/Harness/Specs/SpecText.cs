using System.Collections;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Harness.Specs;

/// <summary>Writes a spec as the text of a file to be committed: the same value always gives the same bytes.</summary>
/// <remarks>
/// Properties in the order of the record's parameters, "$schema" first and lists of records last; what has its default is left out. A value stands on one line where that is short
/// enough, else each of its parts on a line of its own.
/// </remarks>
internal static class SpecText
{
    private const int LongestLine = 120;
    private const int Indent = 2;

    private static readonly JsonSerializerOptions s_leaves = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write<T>(T value, SpecFormat format) => Lay(JsonSerializer.SerializeToNode(value, format.Committed));

    /// <summary>A document in this layout, whatever its properties and their order.</summary>
    public static string Lay(JsonNode? document)
    {
        StringBuilder text = new();
        Append(text, document, 0, 0);
        return text.Append('\n').ToString();
    }

    /// <summary>Puts the properties of a record into their order, and keeps those that have their default out.</summary>
    public static void Arrange(JsonTypeInfo info, SpecFormat format)
    {
        if (info.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }
        foreach (JsonPropertyInfo property in info.Properties)
        {
            JsonParameterInfo? parameter = property.AssociatedParameter;
            property.Order = property.Name == "$schema" ? -1 : (parameter?.Position ?? 0) + (IsListOfRecords(property.PropertyType, format) ? info.Properties.Count : 0);
            property.ShouldSerialize = (_, value) => value is not null && !(parameter is { HasDefaultValue: true } && IsDefault(value, parameter.DefaultValue));
        }
    }

    private static bool IsDefault(object value, object? normal) =>
        value.Equals(normal) || (normal is null && value is ICollection { Count: 0 })
        || (normal is not null && value.GetType().IsEnum && value.Equals(Enum.ToObject(value.GetType(), normal)));

    private static bool IsListOfRecords(Type type, SpecFormat format) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && format.FormOf(type.GetGenericArguments()[0]) == JsonForm.Record;

    private static void Append(StringBuilder text, JsonNode? node, int depth, int taken)
    {
        string line = OneLine(node);
        if (node is null or JsonValue || (depth > 0 && (depth * Indent) + taken + line.Length <= LongestLine) || line.Length <= 2)
        {
            text.Append(line);
            return;
        }
        (string Name, JsonNode? Value)[] parts = node is JsonObject record
            ? [.. record.Select(property => ($"{Quoted(property.Key)}: ", property.Value))]
            : [.. node.AsArray().Select(item => ("", item))];
        text.Append(node is JsonObject ? '{' : '[');
        for (int i = 0; i < parts.Length; i++)
        {
            text.Append(i == 0 ? "\n" : ",\n").Append(' ', (depth + 1) * Indent).Append(parts[i].Name);
            Append(text, parts[i].Value, depth + 1, parts[i].Name.Length + 1);
        }
        text.Append('\n').Append(' ', depth * Indent).Append(node is JsonObject ? '}' : ']');
    }

    private static string OneLine(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject { Count: 0 } => "{}",
        JsonObject record => $"{{ {string.Join(", ", record.Select(property => $"{Quoted(property.Key)}: {OneLine(property.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(OneLine))}]",
        _ => node.ToJsonString(s_leaves),
    };

    private static string Quoted(string name) => JsonSerializer.Serialize(name, s_leaves);
}
