using Xunit;

namespace Harness.Tests.Specs;

public sealed class StructureWalkTests
{
    [Fact]
    public void UnknownProperty_NearAKnownOne_IsReportedAtItsNameWithASuggestion()
    {
        (Garden? garden, string problems) = Reading.GardenWith("\"fenced\"", "\"fence\"");

        Assert.Equal("""
            a.json:3:42  SPEC002  $.fence
              'fence' is not a property here.
              Did you mean 'fenced'?
            """, problems);
        Assert.False(garden!.Fenced);
    }

    [Fact]
    public void UnknownProperty_FarFromAll_ListsTheKnownOnes()
    {
        (Garden? garden, string problems) = Reading.GardenWith("\"near\"", "\"companions\"");

        Assert.Equal("""
            a.json:2:75  SPEC002  $.beds[1].companions
              'companions' is not a property here.
              Remove it. Known properties: plant, rows, near.
            """, problems);
        Assert.Null(garden!.Beds[1].Near);
    }

    [Fact]
    public void UnknownProperty_InAKind_ListsTheKindToo() =>
        Assert.Equal("""
            a.json:1:94  SPEC002  $.outline.oops
              'oops' is not a property here.
              Remove it. Known properties: kind, radius.
            """, Reading.GardenWith("\"kind\": \"disc\",", "\"kind\": \"disc\", \"oops\": 1,").Problems);

    [Fact]
    public void ComputedProperty_IsNotPartOfTheJson() =>
        Assert.StartsWith("a.json:1:3  SPEC002  $.bedCount\n  'bedCount' is not a property here.", Reading.GardenWith("{ \"$schema\"", "{ \"bedCount\": 2, \"$schema\"").Problems);

    [Fact]
    public void SchemaProperty_WhereNoneIsDeclared_IsUnknown() =>
        Assert.StartsWith("a.json:2:15  SPEC002  $.beds[0].$schema\n", Reading.GardenWith("{ \"plant\": \"leek\"", "{ \"$schema\": \"x\", \"plant\": \"leek\"").Problems);

    [Fact]
    public void RepeatedProperty_InARecordAndInAMap_IsReportedWithTheFirstLine()
    {
        (Garden? garden, string problems) = Reading.GardenWith(
            "\"yields\": { \"2024\": [[1, 2], [3]],", "\n\"area\": 13, \"yields\": { \"2024\": [[1, 2], [3]],\n\"2024\": [],");

        Assert.Equal("""
            a.json:5:1  SPEC003  $.area
              'area' stands twice; the first is on line 1.
              Keep one of them.
            a.json:6:1  SPEC003  $.yields.2024
              '2024' stands twice; the first is on line 5.
              Keep one of them.
            """, problems);
        Assert.Equal(12, garden!.Area);
        Assert.Equal(2, garden.Yields!["2024"].Length);
    }

    [Fact]
    public void MissingProperties_AreAllReportedAtTheirObject()
    {
        (Garden? garden, string problems) = Reading.Of<Garden>("""{ "beds": [ { "rows": 2 } ] }""");

        Assert.Null(garden);
        Assert.Equal("""
            a.json:1:1  SPEC004  $
              'name' is missing.
              Add "name": a string.
            a.json:1:1  SPEC004  $
              'area' is missing.
              Add "area": an integer.
            a.json:1:1  SPEC004  $
              'outline' is missing.
              Add "outline": an object.
            a.json:1:13  SPEC004  $.beds[0]
              'plant' is missing.
              Add "plant": a string.
            """, problems);
    }

    [Theory]
    [InlineData("\"north\"", "7", "1:44", "$.name", "a string", "the number 7")]
    [InlineData("\"north\"", "null", "1:44", "$.name", "a string", "null")]
    [InlineData(" 12,", "\"12\",", "1:60", "$.area", "an integer", "the string \"12\"")]
    [InlineData(" 12,", " 1.5,", "1:61", "$.area", "an integer", "the number 1.5")]
    [InlineData(" 12,", " 1e3,", "1:61", "$.area", "an integer", "the number 1e3")]
    [InlineData(" 12,", " null,", "1:61", "$.area", "an integer", "null")]
    [InlineData("2.5", "true", "1:104", "$.outline.radius", "a number", "true")]
    [InlineData("{ \"kind\": \"disc\", \"radius\": 2.5 }", "[]", "1:76", "$.outline", "an object", "an array")]
    [InlineData("{ \"kind\": \"disc\", \"radius\": 2.5 }", "null", "1:76", "$.outline", "an object", "null")]
    [InlineData("\"disc\"", "3", "1:86", "$.outline.kind", "one of \"disc\", \"rect\"", "the number 3")]
    [InlineData("{ \"plant\": \"leek\", \"rows\": 3 }", "null", "2:13", "$.beds[0]", "an object", "null")]
    [InlineData("[\"a\", \"b\"]", "[\"a\", null]", "2:89", "$.beds[1].near[1]", "a string", "null")]
    [InlineData("[\"a\", \"b\"]", "{}", "2:83", "$.beds[1].near", "an array", "an object")]
    [InlineData("\"late-summer\"", "1", "3:12", "$.opens", "one of \"early-spring\", \"late-summer\"", "the number 1")]
    [InlineData("\"slope\": null", "\"slope\": \"steep\"", "3:36", "$.slope", "a number", "the string \"steep\"")]
    [InlineData("\"fenced\": true", "\"fenced\": \"yes\"", "3:52", "$.fenced", "true or false", "the string \"yes\"")]
    [InlineData("[3]]", "[\"3\"]]", "4:33", "$.yields.2024[1][0]", "a number", "the string \"3\"")]
    [InlineData("[3]]", "null]", "4:32", "$.yields.2024[1]", "an array", "null")]
    [InlineData("\"2025\": []", "\"2025\": null", "4:46", "$.yields.2025", "an array", "null")]
    [InlineData("[1.5, null]", "{}", "4:60", "$.rain", "an array", "an object")]
    [InlineData("\"1/3\"", "[1, 3]", "4:82", "$.water", "a number or an expression such as \"1/3\"", "an array")]
    [InlineData("0.05", "false", "5:51", "$.process.with.x", "a number or an expression such as \"1/3\"", "false")]
    public void WrongForm_IsReportedAtTheValue(string piece, string replacement, string place, string path, string expected, string found)
    {
        (Garden? garden, string problems) = Reading.GardenWith(piece, replacement);

        Assert.Null(garden);
        Assert.Equal($"a.json:{place}  SPEC005  {path}\n  Expected {expected}, found {found}.\n  Write {expected} here.", problems);
    }

    [Fact]
    public void WrongForm_WithALongText_ShowsItsBeginning() =>
        Assert.Contains($"found the string \"{new string('x', 60)}…\".", Reading.GardenWith(" 12,", $"\"{new string('x', 5000)}\",").Problems, StringComparison.Ordinal);

    [Fact]
    public void WrittenAs_ObjectForm_IsWalkedAsItsType() =>
        Assert.Equal("""
            a.json:5:14  SPEC004  $.process
              'process' is missing.
              Add "process": a string.
            a.json:5:16  SPEC002  $.process.proces
              'proces' is not a property here.
              Did you mean 'process'?
            """, Reading.GardenWith("\"process\": { \"process\"", "\"process\": { \"proces\"").Problems);

    [Fact]
    public void UnknownKind_IsReportedWithTheNearest() =>
        Assert.Equal("""
            a.json:1:86  SPEC006  $.outline.kind
              'disk' is not a kind that exists here.
              Did you mean 'disc'?
            """, Reading.GardenWith("\"disc\"", "\"disk\"").Problems);

    [Fact]
    public void MissingKind_ListsTheKinds() =>
        Assert.Equal("""
            a.json:1:76  SPEC004  $.outline
              'kind' is missing.
              Add "kind": one of "disc", "rect".
            """, Reading.GardenWith("\"kind\": \"disc\", ", "").Problems);

    [Theory]
    [InlineData("late-sumer", "Did you mean 'late-summer'?")]
    [InlineData("LateSummer", "Did you mean 'late-summer'?")]
    [InlineData("winter", "Allowed values: early-spring, late-summer.")]
    public void UnknownValue_ListsTheValuesOrTheNearest(string value, string remedy) =>
        Assert.Equal($"a.json:3:12  SPEC007  $.opens\n  '{value}' is not one of the values allowed here.\n  {remedy}", Reading.GardenWith("late-summer", value).Problems);

    [Theory]
    [InlineData(" 12,", " 2147483648,", "1:61  SPEC008  $.area", "2147483648 is out of range: area must be between -2147483648 and 2147483647.", "Use an integer from -2147483648 to 2147483647.")]
    [InlineData("18446744073709551615", "-1", "3:80  SPEC008  $.seed", "-1 is out of range: seed must be between 0 and 18446744073709551615.", "Use an integer from 0 to 18446744073709551615.")]
    [InlineData("2.5", "1e400", "1:104  SPEC008  $.outline.radius", "1e400 is out of range: radius must be between -1.7976931348623157E+308 and 1.7976931348623157E+308.", "Use a number that is finite here.")]
    [InlineData("0.5,", "1e39,", "3:67  SPEC008  $.depth", "1e39 is out of range: depth must be between -3.4028234663852886E+38 and 3.4028234663852886E+38.", "Use a number that is finite here.")]
    public void NumberThatDoesNotFit_IsReportedWithTheBounds(string piece, string replacement, string place, string what, string remedy) =>
        Assert.Equal($"a.json:{place}\n  {what}\n  {remedy}", Reading.GardenWith(piece, replacement).Problems);

    [Fact]
    public void ManyThingsWrong_AreReportedTogether()
    {
        string json = """
            { "name": 1, "area": "x",
              "outline": { "kind": "rect", "width": null, "hieght": 2 },
              "beds": [ { "plant": "leek" }, { "plant": [], "plant": "kale" } ],
              "opens": "never" }
            """;

        Assert.Equal(
            ["1:11 SPEC005 $.name", "1:22 SPEC005 $.area", "2:41 SPEC005 $.outline.width", "2:47 SPEC002 $.outline.hieght",
                "3:49 SPEC003 $.beds[1].plant", "3:45 SPEC005 $.beds[1].plant", "4:12 SPEC007 $.opens"],
            Reading.Of<Garden>(json).Problems.Split('\n').Where(line => line.StartsWith("a.json:", StringComparison.Ordinal))
                .Select(line => line["a.json:".Length..].Replace("  ", " ", StringComparison.Ordinal)));
    }
}
