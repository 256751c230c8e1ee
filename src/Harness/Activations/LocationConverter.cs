using System.Text.Json;
using System.Text.Json.Serialization;

namespace Harness.Activations;

/// <summary>A location is a string in JSON.</summary>
internal sealed class LocationConverter : JsonConverter<Location>
{
    public override Location Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, Location value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
