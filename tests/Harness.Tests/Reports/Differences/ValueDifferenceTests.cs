using System.Text.Json.Nodes;
using Harness.Reports.Differences;
using Xunit;

namespace Harness.Tests.Reports.Differences;

public sealed class ValueDifferenceTests
{
    [Theory]
    [InlineData("""{ "a": { "b": 1 } }""", """{ "a": { "b": 2 } }""", "$.a.b: 1 → 2")]
    [InlineData("""{ "a": 1 }""", """{ "b": "x" }""", "$.a: 1 → nothing", "$.b: nothing → \"x\"")]
    [InlineData("""{ "seeds": [1, 2] }""", """{ "seeds": [1, 2, 3] }""", "$.seeds: [1,2] → [1,2,3]")]
    [InlineData("""{ "a": null }""", """{ "a": {} }""", "$.a: null → {}")]
    [InlineData("""{ "a": [{ "k": 1 }, { "k": 2 }] }""", """{ "a": [{ "k": 1 }, { "k": 3 }] }""", "$.a[1].k: 2 → 3")]
    [InlineData("""{ "a": "R² ≥ 1" }""", """{ "a": "R² > 1" }""", "$.a: \"R² ≥ 1\" → \"R² > 1\"")]
    public void Between_TwoSpecs_NamesEachPlace(string first, string second, params string[] expected) => Assert.Equal(expected, Between(first, second));

    [Fact]
    public void Between_ClaimsInAnotherOrder_GoesByTheirIds() => Assert.Equal(
        ["$.claims[b].v: 2 → 3", "$.claims[c].id: nothing → \"c\""],
        Between("""{ "claims": [{ "id": "a", "v": 1 }, { "id": "b", "v": 2 }] }""", """{ "claims": [{ "id": "c" }, { "id": "b", "v": 3 }, { "id": "a", "v": 1 }] }"""));

    private static IEnumerable<string> Between(string first, string second) =>
        ValueDifference.Between(JsonNode.Parse(first)!, JsonNode.Parse(second)!).Select(value => $"{value.Path}: {value.First ?? "nothing"} → {value.Second ?? "nothing"}");
}
