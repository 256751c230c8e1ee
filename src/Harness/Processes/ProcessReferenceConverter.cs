using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Processes.Compositions;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>A process reference is a string, an object when it has parameters, or a composition, which has a kind.</summary>
internal sealed class ProcessReferenceConverter : JsonConverter<ProcessReference>
{
    public override ProcessReference Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return new ProcessReference(reader.GetString()!);
        }
        if (JsonLook.Has(reader, Kinds.Discriminator))
        {
            return new ProcessReference(null, Composition: JsonSerializer.Deserialize<Composition>(ref reader, options));
        }
        ParameterizedProcess written = JsonSerializer.Deserialize<ParameterizedProcess>(ref reader, options)!;
        return new ProcessReference(written.Process, written.With);
    }

    public override void Write(Utf8JsonWriter writer, ProcessReference value, JsonSerializerOptions options)
    {
        if (value.Composition is not null)
        {
            JsonSerializer.Serialize(writer, value.Composition, options);
        }
        else if (value.With is null)
        {
            writer.WriteStringValue(value.Process);
        }
        else
        {
            JsonSerializer.Serialize(writer, new ParameterizedProcess(value.Process!, value.With), options);
        }
    }
}
