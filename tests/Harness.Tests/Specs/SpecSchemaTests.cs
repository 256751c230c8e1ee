using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Harness.Processes;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Specs;

public sealed class SpecSchemaTests
{
    [Fact]
    public void Write_ListsOfTypesWithTheirOwnConverter_SaysWhatTheirElementsAre()
    {
        JsonNode schema = JsonNode.Parse(SpecSchema.Write<ProcessFile>("A process", Reading.Format))!;

        Assert.Equal("""[{"type":"number"},{"type":"string"}]""", schema["properties"]!["let"]!["additionalProperties"]!["anyOf"]!.ToJsonString());
        Assert.Equal(["string", "object"], schema["properties"]!["states"]!["items"]!["anyOf"]!.AsArray().Select(form => (string)form!["type"]!));
    }

    [Fact]
    public void Write_ATypeThatContainsItself_DefinesItOnce()
    {
        JsonNode schema = JsonNode.Parse(SpecSchema.Write<Box>("A box", Reading.Format))!;

        Assert.Equal("#/$defs/content", (string)schema["properties"]!["inside"]!["$ref"]!);
        JsonArray forms = schema["$defs"]!["content"]!["anyOf"]!.AsArray();
        Assert.Equal(2, forms.Count);
        Assert.Equal("#/$defs/content", (string)forms[1]!["properties"]!["inside"]!["$ref"]!);
    }

    [WrittenAs(typeof(string), typeof(Box))]
    [JsonConverter(typeof(ContentConverter))]
    private sealed record Content(string Name);

    private sealed record Box(Content Inside);

    private sealed class ContentConverter : JsonConverter<Content>
    {
        public override Content Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Content value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
    }
}
