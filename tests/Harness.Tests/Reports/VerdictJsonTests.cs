using System.Text.Json.Nodes;
using Harness.Claims;
using Harness.Measurements;
using Harness.Reports;
using Harness.Reports.Records;
using Xunit;

namespace Harness.Tests.Reports;

public sealed class VerdictJsonTests
{
    [Fact]
    public void Write_AnyVerdict_HasTheContractsFieldsInOrder()
    {
        JsonObject verdict = JsonNode.Parse(VerdictJson.Write(SampleRun.Mess3.Claims[1]))!.AsObject();
        Assert.Equal(
            ["id", "version", "status", "tier", "statement", "source", "outcome", "expected", "reason", "measure", "needs", "comparator", "interval", "estimate", "comparisons", "replicates", "nulls", "preconditions", "controls", "cautions"],
            verdict.Select(property => property.Key));
        Assert.Equal(["code", "text"], Keys(verdict["reason"]!));
        Assert.Equal(["n", "mean", "low", "high", "interval"], Keys(verdict["estimate"]!));
        Assert.Equal(["rival", "needs", "bound", "estimate", "side"], Keys(verdict["comparisons"]![0]!));
        Assert.Equal(["seed", "value", "lossGapNats", "worstGapNats", "worstLength", "details", "rivals"], Keys(verdict["replicates"]![0]!));
        Assert.Equal(["name", "listed", "estimate", "difference"], Keys(verdict["nulls"]![0]!));
        Assert.Equal(["kind", "bound", "held", "of", "worst"], Keys(verdict["preconditions"]![0]!));
        Assert.Equal(["kind", "expected", "outcome", "mean", "ceiling"], Keys(verdict["controls"]![0]!));
    }

    [Fact]
    public void Write_Enumerations_AreKebabCase()
    {
        JsonNode verdict = JsonNode.Parse(VerdictJson.Write(SampleRun.Mess3.Claims[1]))!;
        Assert.Equal("registered", (string)verdict["status"]!);
        Assert.Equal("quick", (string)verdict["tier"]!);
        Assert.Equal("affine-probe", (string)verdict["measure"]!["kind"]!);
        Assert.Equal("ln_final", (string)verdict["measure"]!["location"]!);
        Assert.Equal("exceeds", (string)verdict["comparator"]!["kind"]!);
        Assert.Equal("paired-t", (string)verdict["interval"]!["kind"]!);
    }

    [Fact]
    public void Write_Statement_IsReadableAndEndsInALineFeed()
    {
        string json = VerdictJson.Write(SampleRun.Mess3.Claims[0]);
        Assert.Contains("≥ 0.98", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', json);
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_UndefinedValue_IsNullWithItsReason()
    {
        ReplicateValue failed = new(7, Measured.Undefined("saturated"), new Dictionary<string, Measured> { ["untrained"] = Measured.Undefined("no variance") });
        JsonNode reading = JsonNode.Parse(ReportFormat.Write(ReadingRecord.Of(failed)))!;
        Assert.Null(reading["value"]);
        Assert.Equal("saturated", (string)reading["undefined"]!);
        Assert.Equal("no variance", (string)reading["rivals"]!["untrained"]!["undefined"]!);
    }

    [Fact]
    public void Read_WhatWasWritten_GivesTheSameText()
    {
        foreach (VerdictRecord verdict in SampleRun.Mess3.Claims)
        {
            string json = VerdictJson.Write(verdict);
            Assert.Equal(json, VerdictJson.Write(VerdictJson.Read(json)));
        }
    }

    private static IEnumerable<string> Keys(JsonNode node) => node.AsObject().Select(property => property.Key);
}
