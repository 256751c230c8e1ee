using System.Text.Json;
using System.Text.Json.Serialization;

namespace Harness.Processes;

/// <summary>Transitions are an object of matrices or an array of edges.</summary>
internal sealed class TransitionsConverter : JsonConverter<Transitions>
{
    public override Transitions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.StartArray
        ? new Transitions(null, JsonSerializer.Deserialize<IReadOnlyList<Edge>>(ref reader, options))
        : new Transitions(JsonSerializer.Deserialize<IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<Scalar>>>>(ref reader, options));

    public override void Write(Utf8JsonWriter writer, Transitions value, JsonSerializerOptions options)
    {
        if (value.Edges is { } edges)
        {
            JsonSerializer.Serialize(writer, edges, options);
        }
        else
        {
            JsonSerializer.Serialize(writer, value.Matrices, options);
        }
    }
}
