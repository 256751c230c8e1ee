using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>A spec as a person would lay it out: what fits on a line stands on one; nothing that is null.</summary>
internal static class SpecText
{
    private const int Width = 120;

    // "R² ≥ 0.9" stays readable.
    private static readonly JsonSerializerOptions s_readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(object spec, SpecFormat format)
    {
        JsonObject document = JsonSerializer.SerializeToNode(spec, spec.GetType(), format.Options)!.AsObject();
        // The schema comes first, as everywhere.
        if (document["$schema"] is { } schema)
        {
            document.Remove("$schema");
            document.Insert(0, "$schema", schema);
        }
        StringBuilder text = new();
        Append(text, document, 0, open: true);
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node, int indent, bool open = false)
    {
        string line = Line(node);
        if (!open && line.Length + indent <= Width)
        {
            text.Append(line);
            return;
        }
        switch (node)
        {
            case JsonObject record:
                Block(text, '{', '}', indent, [.. record.Where(property => property.Value is not null)], property =>
                {
                    text.Append(Quoted(property.Key)).Append(": ");
                    Append(text, property.Value, indent + 2);
                });
                break;
            case JsonArray list:
                Block(text, '[', ']', indent, [.. list], item => Append(text, item, indent + 2));
                break;
            default:
                text.Append(line);
                break;
        }
    }

    private static void Block<T>(StringBuilder text, char first, char last, int indent, IReadOnlyList<T> items, Action<T> append)
    {
        text.Append(first);
        for (int i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? "\n" : ",\n").Append(' ', indent + 2);
            append(items[i]);
        }
        text.Append('\n').Append(' ', indent).Append(last);
    }

    private static string Line(JsonNode? node) => node switch
    {
        JsonObject record => "{ " + string.Join(", ", record.Where(property => property.Value is not null).Select(property => $"{Quoted(property.Key)}: {Line(property.Value)}")) + " }",
        JsonArray list => "[" + string.Join(", ", list.Select(Line)) + "]",
        _ => node?.ToJsonString(s_readable) ?? "null",
    };

    private static string Quoted(string text) => JsonSerializer.Serialize(text, s_readable);
}
