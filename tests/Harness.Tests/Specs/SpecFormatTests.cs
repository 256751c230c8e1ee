using System.Text.Json;
using System.Text.Json.Serialization;
using Harness.Processes;
using Harness.Processes.Compositions;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Specs;

public sealed class SpecFormatTests
{
    [Fact]
    public void FormOf_ATypeWithAnUnexplainedConverter_SaysWhatToDo()
    {
        NotSupportedException error = Assert.Throws<NotSupportedException>(() => Reading.Format.FormOf(typeof(Opaque)));

        Assert.EndsWith("has its own converter: say with [WrittenAs] what its JSON looks like.", error.Message);
    }

    [Fact]
    public void Describe_AWrittenTypeWithoutDescription_JoinsItsForms() =>
        Assert.Equal("a string or an array", Reading.Format.Describe(typeof(Either)));

    [Fact]
    public void Match_AWrittenType_PicksTheFormOfTheToken()
    {
        Assert.Equal(typeof(string), Reading.Format.Match(typeof(Either), JsonTokenType.String));
        Assert.Equal(typeof(int[]), Reading.Format.Match(typeof(Either), JsonTokenType.StartArray));
        Assert.Null(Reading.Format.Match(typeof(Either), JsonTokenType.Number));
    }

    /// <summary>Several kinds of objects can stand in one place: the nearest one is meant, so that its mistakes can be told.</summary>
    [Theory]
    [InlineData("""{ "process": "coin" }""", typeof(ParameterizedProcess))]
    [InlineData("""{ "kind": "noise", "of": "coin" }""", typeof(Composition))]
    [InlineData("""{ "kind": "nose", "of": "coin" }""", typeof(Composition))]
    [InlineData("""{ "kind": "noise", "process": "coin" }""", typeof(Composition))]
    [InlineData("""{ "variants": [] }""", typeof(ChainVariants))]
    [InlineData("""{ "proces": "coin" }""", typeof(ParameterizedProcess))]
    public void Match_AnObject_PicksTheFormThatKnowsMostOfIt(string json, Type form) =>
        Assert.Equal(form, Reading.Format.Match(typeof(ChainFactor), Reading.Root(json, []).Node!));

    [WrittenAs(typeof(string), typeof(int[]))]
    internal sealed record Either;

    [JsonConverter(typeof(OpaqueConverter))]
    internal sealed record Opaque;

    internal sealed class OpaqueConverter : JsonConverter<Opaque>
    {
        public override Opaque Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new();

        public override void Write(Utf8JsonWriter writer, Opaque value, JsonSerializerOptions options) => writer.WriteNullValue();
    }
}
