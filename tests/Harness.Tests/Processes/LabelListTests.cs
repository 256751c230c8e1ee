using System.Text.Json;
using Harness.Processes;
using Harness.Tests.Specs;
using Xunit;

namespace Harness.Tests.Processes;

public sealed class LabelListTests
{
    [Theory]
    [InlineData("\"A\"")]
    [InlineData("{\"name\":\"B{i}\",\"for\":{\"i\":[1,\"n-1\"]}}")]
    public void Json_OfALabel_RoundTrips(string json) => Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Label>(json, Reading.Format.Options), Reading.Format.Options));

    [Theory]
    [InlineData("\"name\": \"B{i}\"", "\"name\": \"B{i\"", "a.json:3:29  SPEC061  $.states[1].name", "The braces of 'B{i' do not pair up.")]
    [InlineData("\"name\": \"B{i}\"", "\"name\": \"B}{i}\"", "a.json:3:29  SPEC061  $.states[1].name", "The braces of 'B}{i}' do not pair up.")]
    [InlineData("\"name\": \"B{i}\"", "\"name\": \"B{{i}}\"", "a.json:3:29  SPEC016  $.states[1].name", "'{i' is not an expression that can be read: unexpected '{' at character 1.")]
    [InlineData("\"name\": \"B{i}\"", "\"name\": \"B{}\"", "a.json:3:29  SPEC016  $.states[1].name", "'' is not an expression that can be read: it is empty.")]
    [InlineData("\"name\": \"B{i}\"", "\"name\": \"B{k}\"", "a.json:3:29  SPEC042  $.states[1].name", "'k' in 'k' is not defined.")]
    [InlineData("\"name\": \"B{i}\"", "\"name\": \"B{i/3}\"", "a.json:3:29  SPEC060  $.states[1].name", "'i/3' is 0.3333333333333333, which is not an integer, with i = 1.")]
    [InlineData("\"name\": \"B{i}\"", "\"name\": \"B{n}\"", "a.json:3:29  SPEC027  $.states[1].name", "The state 'B3' stands twice.")]
    [InlineData("\"name\": \"B{i}\"", "\"name\": \"B {i}\"", "a.json:3:29  SPEC045  $.states[1].name", "'B 1' cannot name a state.")]
    [InlineData("\"A\", { \"name\"", "\"B2\", { \"name\"", "a.json:3:30  SPEC027  $.states[1].name", "The state 'B2' stands twice.")]
    [InlineData("\"states\": [\"A\", ", "\"states\": [\"A{n\", ", "a.json:3:14  SPEC061  $.states[0]", "The braces of 'A{n' do not pair up.")]
    [InlineData("\"i\": [1, \"n-1\"] } }]", "\"n\": [1, 2] } }]", "a.json:3:46  SPEC027  $.states[1].for.n", "The name 'n' stands twice.")]
    [InlineData("\"i\": [1, \"n-1\"] } }]", "\"i\": [1, 2, 3] } }]", "a.json:3:51  SPEC023  $.states[1].for.i", "Expected 2 ends of a range, the first and the last value, found 3.")]
    [InlineData("\"i\": [1, \"n-1\"] } }]", "\"exp\": [1, 2] } }]", "a.json:3:46  SPEC028  $.states[1].for.exp", "'exp' is not a usable name.")]
    [InlineData("\"default\": 3,", "\"default\": 2.5,", "a.json:4:37  SPEC060  $.parameters.n.default", "default is 2.5, which is not an integer.")]
    public void Labels_WithAMistake_AreReportedAtTheirPlace(string piece, string replacement, string place, string what) =>
        Assert.StartsWith($"{place}\n  {what}\n", FamilySource.Instantiate(Ring.With(piece, replacement)).Problems, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "n": 1025 }""", "a.json:3:13  SPEC033  $.states\n  There are more than 1024 states.\n  Use at most 1024.")]
    [InlineData("""{ "m": 255 }""", "a.json:2:14  SPEC033  $.symbols\n  There are more than 255 symbols.\n  Use at most 255.")]
    [InlineData("""{ "n": 1000, "m": 200 }""", "a.json:3:13  SPEC033  $.states\n  1000 states and 201 symbols make 201000000 matrix entries.\n  Use at most 16777216 entries.")]
    [InlineData("""{ "n": 1.5 }""", "use.json:1:8  SPEC060  $.n\n  n is 1.5, which is not an integer.\n  Use a whole number here.")]
    public void Labels_TooMany_AreReported(string use, string problem) => Assert.Equal(problem, FamilySource.Instantiate(Ring.Valid, use).Problems);
}
