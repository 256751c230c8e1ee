using System.Buffers;
using System.Text.Json;

namespace Harness.Specs;

/// <summary>Writes <see cref="SourceNode"/>s as JSON again, without the properties that were dropped.</summary>
internal static class SourceWriter
{
    public static ReadOnlySpan<byte> Write(SourceNode root, IReadOnlySet<SourceProperty> dropped)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { MaxDepth = SourceText.MaxDepth });
        Write(writer, root, dropped);
        writer.Flush();
        return buffer.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter writer, SourceNode node, IReadOnlySet<SourceProperty> dropped)
    {
        switch (node.Token)
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                foreach (SourceProperty property in node.Properties.Where(property => !dropped.Contains(property)))
                {
                    writer.WritePropertyName(property.Name);
                    Write(writer, property.Value, dropped);
                }
                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                foreach (SourceNode item in node.Items)
                {
                    Write(writer, item, dropped);
                }
                writer.WriteEndArray();
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(node.Text);
                break;
            default:
                writer.WriteRawValue(node.Text);
                break;
        }
    }
}
