using System.Text.Json;
using System.Text.Json.Serialization;

namespace Harness.Processes;

/// <summary>A label is a string, or an object when it stands for several.</summary>
internal sealed class LabelConverter : JsonConverter<Label>
{
    public override Label Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new Label(reader.GetString()!);
        }
        RepeatedLabel written = JsonSerializer.Deserialize<RepeatedLabel>(ref reader, options)!;
        return new Label(written.Name, written.For);
    }

    public override void Write(Utf8JsonWriter writer, Label value, JsonSerializerOptions options)
    {
        if (value.For is null)
        {
            writer.WriteStringValue(value.Name);
        }
        else
        {
            JsonSerializer.Serialize(writer, new RepeatedLabel(value.Name, value.For), options);
        }
    }
}
