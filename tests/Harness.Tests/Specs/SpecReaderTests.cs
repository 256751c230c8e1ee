using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Processes;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Specs;

public sealed class SpecReaderTests
{
    [Fact]
    public void Read_ValidText_GivesEveryValue()
    {
        (Garden? garden, string problems) = Reading.Of<Garden>(Garden.Valid);

        Assert.Equal("", problems);
        Assert.Equal(("north", 12, "garden.schema.json"), (garden!.Name, garden.Area, garden.SchemaFile));
        Assert.Equal(new Garden.Disc(2.5), garden.Outline);
        Assert.Equal(["leek", "kale"], garden.Beds.Select(bed => bed.Plant));
        Assert.Equal((Garden.Season.LateSummer, null, true, 0.5f, ulong.MaxValue), (garden.Opens, garden.Slope, garden.Fenced, garden.Depth, garden.Seed));
        Assert.Equal([3.0], garden.Yields!["2024"][1]);
        Assert.Equal([1.5, null], garden.Rain!);
        Assert.Equal("1/3", garden.Water!.Expression);
        Assert.Equal("mess3", garden.Process!.Process);
        Assert.Equal(new Scalar(0.05), garden.Process.With!["x"]);
    }

    [Fact]
    public void Read_PropertiesLeftOut_TakeTheirDefaults()
    {
        (Garden? garden, string problems) = Reading.Of<Garden>("""{ "name": "n", "area": -0, "outline": { "width": 2, "kind": "rect" }, "beds": [], "process": "coin", "water": 2 }""");

        Assert.Equal("", problems);
        Assert.Equal(new Garden.Rectangle(2, 1), garden!.Outline);
        Assert.Equal(Garden.Season.EarlySpring, garden.Opens);
        Assert.Equal(new ProcessReference("coin"), garden.Process);
        Assert.Equal(new Scalar(2), garden.Water);
    }

    [Fact]
    public void Read_WhatTheSameFormatWrote_GivesTheSameText()
    {
        Garden garden = Reading.Of<Garden>(Garden.Valid).Value!;
        string written = JsonSerializer.Serialize(garden, Reading.Format.Options);
        (Garden? again, string problems) = Reading.Of<Garden>(written);

        Assert.Equal("", problems);
        Assert.Equal(written, JsonSerializer.Serialize(again, Reading.Format.Options));
        Assert.DoesNotContain("bedCount", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CommentsTrailingCommasAndByteOrderMark_AreAllowed()
    {
        List<Problem> problems = [];
        byte[] text = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("""{ "plant": "leek", /* three */ "rows": 3, } // done""")];

        Assert.Equal(3, SpecReader.Read<Garden.Bed>("a.json", text, Reading.Format, problems)!.Rows);
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData("", "1:1")]
    [InlineData("{ \"plant\": leek }", "1:12")]
    [InlineData("{\n  \"plant\": \"leek\"\n", "3:1")]
    [InlineData("{} {}", "1:4")]
    [InlineData("{ \"plant\": \"\\ud800\" }", "1:12")]
    public void Read_WhatIsNotJson_SaysWhere(string text, string place)
    {
        (Garden.Bed? bed, string problems) = Reading.Of<Garden.Bed>(text);

        Assert.Null(bed);
        Assert.StartsWith($"a.json:{place}  SPEC001  $\n  This is not JSON: ", problems);
        Assert.EndsWith("\n  Mend the syntax at this place.", problems);
    }

    [Fact]
    public void Read_TextThatIsNotUtf8_IsAProblem()
    {
        List<Problem> problems = [];

        Assert.Null(SpecReader.Read<Garden.Bed>("a.json", [(byte)'"', 0xFF, (byte)'"'], Reading.Format, problems));
        Assert.Equal("SPEC001", Assert.Single(problems).Finding.Code);
    }

    [Fact]
    public void Read_NestedTooDeep_IsAProblem()
    {
        string problems = Reading.Of<Garden>(new string('[', 65) + new string(']', 65)).Problems;

        Assert.StartsWith("a.json:1:65  SPEC001  $\n  This is not JSON: The maximum configured depth of 64 has been exceeded.", problems);
    }

    [Fact]
    public void Read_FileTooLarge_IsNotParsed() =>
        Assert.Equal("""
            a.json:1:1  SPEC009  $
              The file has 4194305 bytes; at most 4194304 are read.
              Split it, or remove what is not a spec.
            """, Reading.Of<Garden>(new string(' ', SourceText.MaxBytes + 1)).Problems);

    /// <summary>The walk must leave the deserializer nothing to refuse: whatever stands anywhere, there is a value or a problem, never an exception.</summary>
    [Fact]
    public void Read_AnyValueExchangedForAnyOther_GivesAValueOrAProblem()
    {
        string[] others = ["null", "true", "0", "-1", "1.5", "1e400", "\"\"", "\"disc\"", "[]", "[null]", "{}", """{ "kind": "rect" }""", """{ "x": [[]] }"""];
        List<Action<JsonNode>> places = [];
        Collect(JsonNode.Parse(Garden.Valid)!, root => root, places, others);

        Assert.True(places.Count > 500);
        foreach (Action<JsonNode> exchange in places)
        {
            JsonNode root = JsonNode.Parse(Garden.Valid)!;
            exchange(root);
            (Garden? garden, string problems) = Reading.Of<Garden>(root.ToJsonString());
            Assert.True(garden is not null || problems.Length > 0, root.ToJsonString());
        }
    }

    private static void Collect(JsonNode node, Func<JsonNode, JsonNode> find, List<Action<JsonNode>> places, string[] others)
    {
        foreach (string name in node is JsonObject record ? record.Select(property => property.Key).ToArray() : [])
        {
            places.Add(root => find(root).AsObject().Remove(name));
            places.AddRange(others.Select(other => (Action<JsonNode>)(root => find(root)[name] = JsonNode.Parse(other))));
            if (node[name] is { } child)
            {
                Collect(child, root => find(root)[name]!, places, others);
            }
        }
        for (int i = 0; i < (node as JsonArray)?.Count; i++)
        {
            int index = i;
            places.AddRange(others.Select(other => (Action<JsonNode>)(root => find(root)[index] = JsonNode.Parse(other))));
            if (node[index] is { } child)
            {
                Collect(child, root => find(root)[index]!, places, others);
            }
        }
    }
}
