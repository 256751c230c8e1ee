using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Measurements;

namespace Harness.Reports;

/// <summary>A measured value is a number, or { "undefined": "why" }.</summary>
internal sealed class MeasuredConverter : JsonConverter<Measured>
{
    private const string Undefined = "undefined";

    public override Measured Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return Measured.Of(reader.GetDouble());
        }
        Dictionary<string, string> written = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options)!;
        return written.TryGetValue(Undefined, out string? why) ? Measured.Undefined(why) : throw new JsonException("A value is a number or has 'undefined'.");
    }

    public override void Write(Utf8JsonWriter writer, Measured value, JsonSerializerOptions options)
    {
        if (value.Value is { } number)
        {
            writer.WriteNumberValue(number);
            return;
        }
        writer.WriteStartObject();
        writer.WriteString(Undefined, value.Why);
        writer.WriteEndObject();
    }
}
