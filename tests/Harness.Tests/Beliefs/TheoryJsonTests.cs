using System.Text.Json;
using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class TheoryJsonTests
{
    [Fact]
    public void Write_FiniteProcess_HasEveryPropertyOfTheContract()
    {
        var process = KnownProcesses.RandomRandomXor;
        using var json = JsonDocument.Parse(TheoryJson.Write(ProcessTheory.Of(process, 10), [WordTheory.Of(process, ["0", "0"])], BeliefTree.Grow(process, 2)));

        Assert.Equal(
            ["process", "with", "kind", "symbols", "states", "stationary", "entropyRateNats", "myopicEntropyNats", "blockEntropyNats", "optimalLossNats",
                "statisticalComplexityBits", "excessEntropyBits", "mixedStates", "words", "tree"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
        JsonElement loss = json.RootElement.GetProperty("optimalLossNats")[8];
        Assert.Equal([1, 9], loss.GetProperty("contexts").EnumerateArray().Select(length => length.GetInt32()));
        Assert.Equal(0.586501487, loss.GetProperty("mean").GetDouble(), 6e-10);
        Assert.Equal(36, json.RootElement.GetProperty("mixedStates").GetProperty("count").GetInt32());
        Assert.Equal(["0", "0"], json.RootElement.GetProperty("words")[0].GetProperty("word").EnumerateArray().Select(symbol => symbol.GetString()));
        Assert.Equal(0, json.RootElement.GetProperty("tree")[0].GetProperty("word").GetArrayLength());
        Assert.Equal(7, json.RootElement.GetProperty("tree").GetArrayLength());
    }

    [Fact]
    public void Write_InfiniteProcess_HasNullsWithTheirReasons()
    {
        using var json = JsonDocument.Parse(TheoryJson.Write(ProcessTheory.Of(KnownProcesses.Mess3(0.05, 0.85), 2)));

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("excessEntropyBits").ValueKind);
        Assert.Contains("infinite or unknown", json.RootElement.GetProperty("excessEntropyBitsReason").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("mixedStates").GetProperty("count").ValueKind);
        Assert.False(json.RootElement.TryGetProperty("words", out _));
    }

    [Fact]
    public void Write_Doubles_ReadBackToTheSameBits()
    {
        var theory = ProcessTheory.Of(KnownProcesses.Mess3(0.05, 0.85), 5);
        using var json = JsonDocument.Parse(TheoryJson.Write(theory));

        Assert.Equal(theory.MyopicEntropyNats, json.RootElement.GetProperty("myopicEntropyNats").EnumerateArray().Select(value => value.GetDouble()));
    }
}
