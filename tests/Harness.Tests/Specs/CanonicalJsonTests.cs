using System.Text.Json.Nodes;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Specs;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("""{ "b": 1, "a": { "d": "x", "c": true } }""", """{"a":{"c":true,"d":"x"},"b":1}""")]
    [InlineData("""{ "a": null, "b": [], "c": [[], null, { "z": null, "y": 2 }] }""", """{"c":[[],null,{"y":2}]}""")]
    [InlineData("""{ "Z": 1, "a": 2, "B": 3 }""", """{"B":3,"Z":1,"a":2}""")]
    [InlineData("""[3, 1, 2]""", """[3,1,2]""")]
    public void Write_OfAValue_HasOneSpelling(string json, string expected) => Assert.Equal(expected, CanonicalJson.Write(JsonNode.Parse(json)!));

    [Fact]
    public void Write_OfAValue_LeavesItAsItWas()
    {
        JsonNode value = JsonNode.Parse("""{ "b": [], "a": null }""")!;
        CanonicalJson.Write(value);
        Assert.Equal("""{"b":[],"a":null}""", value.ToJsonString());
    }
}
