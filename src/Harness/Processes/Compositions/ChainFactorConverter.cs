using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>A factor of a chain is a process reference, or an object with variants.</summary>
internal sealed class ChainFactorConverter : JsonConverter<ChainFactor>
{
    public override ChainFactor Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject && JsonLook.Has(reader, "variants") && !JsonLook.Has(reader, Kinds.Discriminator)
            ? new ChainFactor(JsonSerializer.Deserialize<ChainVariants>(ref reader, options)!.Variants, true)
            : new ChainFactor([JsonSerializer.Deserialize<ProcessReference>(ref reader, options)!], false);

    public override void Write(Utf8JsonWriter writer, ChainFactor value, JsonSerializerOptions options)
    {
        if (value.IsControlled)
        {
            JsonSerializer.Serialize(writer, new ChainVariants(value.Variants), options);
        }
        else
        {
            JsonSerializer.Serialize(writer, value.Variants[0], options);
        }
    }
}
