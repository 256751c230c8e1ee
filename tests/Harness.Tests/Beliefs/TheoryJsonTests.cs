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
            ["process", "with", "kind", "symbols", "states", "stationary", "entropyRateNats", "learnableNats", "myopicEntropyNats", "blockEntropyNats", "beliefEntropyNats",
                "optimalLossNats", "statisticalComplexityBits", "excessEntropyBits", "crypticityBits", "transientInformationBits", "synchronizationInformationBits",
                "markovOrder", "markovOrderReason", "crypticOrder", "unifilar", "causalStates", "mixedStates", "nextTokenLaws", "spectrum", "attentionDecay",
                "lyapunov", "lyapunovReason", "words", "tree"],
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

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("statisticalComplexityBits").ValueKind);
        Assert.Contains("infinite or unknown", json.RootElement.GetProperty("statisticalComplexityBitsReason").GetString(), StringComparison.Ordinal);
        double[] bounds = [.. json.RootElement.GetProperty("excessEntropyBitsBounds").EnumerateArray().Select(bound => bound.GetDouble())];
        Assert.InRange(json.RootElement.GetProperty("excessEntropyBits").GetDouble(), bounds[0], bounds[1]);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("mixedStates").GetProperty("count").ValueKind);
        Assert.False(json.RootElement.TryGetProperty("words", out _));
    }

    [Fact]
    public void Write_GeneralisedModel_HasNullsWhereQuantitiesDoNotApply()
    {
        using var json = JsonDocument.Parse(TheoryJson.Write(ProcessTheory.Of(KnownGenerators.Bloch(1, 3), 3)));

        Assert.Equal("ghmm", json.RootElement.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("entropyRateNats").GetProperty("lower").ValueKind);
        Assert.Contains("generalised model", json.RootElement.GetProperty("entropyRateNats").GetProperty("lowerReason").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("beliefEntropyNats").ValueKind);
        Assert.Contains("not laws", json.RootElement.GetProperty("beliefEntropyNatsReason").GetString(), StringComparison.Ordinal);
        Assert.False(json.RootElement.TryGetProperty("informationDimension", out _));
    }

    [Fact]
    public void Write_WithDimension_HasTheEstimateOrTheReason()
    {
        using var infinite = JsonDocument.Parse(TheoryJson.Write(ProcessTheory.Of(KnownProcesses.Mess3(0.15, 0.6), 1), dimension: true));
        using var finite = JsonDocument.Parse(TheoryJson.Write(ProcessTheory.Of(KnownProcesses.Even(), 1), dimension: true));

        Assert.InRange(infinite.RootElement.GetProperty("informationDimension").GetProperty("value").GetDouble(), 1.2, 1.5);
        Assert.Contains("countable", finite.RootElement.GetProperty("informationDimensionReason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Mixture_NamesItsComponents()
    {
        using var json = JsonDocument.Parse(TheoryJson.Write(ProcessTheory.Of(KnownGenerators.Coins(0.25, 0.75), 2)));

        JsonElement component = json.RootElement.GetProperty("components")[1];
        Assert.Equal("C1", component.GetProperty("states")[0].GetString());
        Assert.Equal(0.5, component.GetProperty("weight").GetDouble(), 1e-15);
    }

    [Fact]
    public void Write_Doubles_ReadBackToTheSameBits()
    {
        var theory = ProcessTheory.Of(KnownProcesses.Mess3(0.05, 0.85), 5);
        using var json = JsonDocument.Parse(TheoryJson.Write(theory));

        Assert.Equal(theory.MyopicEntropyNats, json.RootElement.GetProperty("myopicEntropyNats").EnumerateArray().Select(value => value.GetDouble()));
    }
}
