using System.Text.Json;
using System.Text.Json.Serialization;

namespace Harness.Processes;

/// <summary>A process reference is a string, or an object when it has parameters.</summary>
internal sealed class ProcessReferenceConverter : JsonConverter<ProcessReference>
{
    public override ProcessReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new ProcessReference(reader.GetString()!);
        }
        ParameterizedProcess written = JsonSerializer.Deserialize<ParameterizedProcess>(ref reader, options)!;
        return new ProcessReference(written.Process, written.With);
    }

    public override void Write(Utf8JsonWriter writer, ProcessReference value, JsonSerializerOptions options)
    {
        if (value.With is null)
        {
            writer.WriteStringValue(value.Process);
        }
        else
        {
            JsonSerializer.Serialize(writer, new ParameterizedProcess(value.Process, value.With), options);
        }
    }
}
