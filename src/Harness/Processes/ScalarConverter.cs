using System.Text.Json;
using System.Text.Json.Serialization;

namespace Harness.Processes;

/// <summary>A scalar is a number or a string in JSON.</summary>
internal sealed class ScalarConverter : JsonConverter<Scalar>
{
    public override Scalar Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new Scalar(double.NaN, reader.GetString()) : new Scalar(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, Scalar value, JsonSerializerOptions options)
    {
        if (value.Expression is null)
        {
            writer.WriteNumberValue(value.Number);
        }
        else
        {
            writer.WriteStringValue(value.Expression);
        }
    }
}
