using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Processes.Compositions;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>A process file that has a "process" is composed of others; else it has matrices.</summary>
internal sealed class ProcessFamilyConverter : JsonConverter<IProcessFamily>
{
    public override IProcessFamily Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonLook.Has(reader, "process")
        ? JsonSerializer.Deserialize<CompositionFile>(ref reader, options)!
        : JsonSerializer.Deserialize<ProcessFile>(ref reader, options)!;

    public override void Write(Utf8JsonWriter writer, IProcessFamily value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, value.GetType(), options);
}
