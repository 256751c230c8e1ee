using Harness.Numerics;
using Harness.Processes;
using Harness.Tests.Processes.Compositions;
using Harness.Training;
using Xunit;

namespace Harness.Tests.Training;

/// <summary>Whichever way sequences are drawn, words come as often as they are probable.</summary>
public sealed class SequenceWalkTests
{
    private const int Sequences = 200_000;

    [Theory]
    [InlineData("\"even\"", typeof(HiddenStateWalk))]
    [InlineData("\"bloch-walk\"", typeof(BeliefWalk))]
    [InlineData("""{ "kind": "product", "factors": ["golden-mean", "mess3"] }""", typeof(FactoredWalk))]
    [InlineData("""{ "kind": "chain", "factors": ["golden-mean", { "variants": ["mess3", { "process": "mess3", "with": { "x": 0.11, "a": 0.79 } }] }] }""", typeof(FactoredWalk))]
    [InlineData("""{ "kind": "bos", "of": { "kind": "product", "factors": ["coin", "bloch-walk"] } }""", typeof(BosWalk))]
    public void Draw_ManySequences_HasTheProbabilitiesOfWords(string json, Type walk)
    {
        LinearProcess process = Composed.Of(json);
        int alphabet = process.SymbolCount;
        ushort[] tokens = new BatchSampler(process, new RandomStream(5)).Draw(0, Sequences, 3);
        int[] counts = new int[alphabet * alphabet * alphabet];
        for (int row = 0; row < Sequences; row++)
        {
            counts[(((tokens[3 * row] * alphabet) + tokens[(3 * row) + 1]) * alphabet) + tokens[(3 * row) + 2]]++;
        }

        Assert.IsType(walk, SequenceWalk.Of(process));
        for (int word = 0; word < counts.Length; word++)
        {
            double expected = Sequences * Composed.Probability(process, word / alphabet / alphabet, word / alphabet % alphabet, word % alphabet);
            Assert.True(Math.Abs(counts[word] - expected) <= 5 * Math.Sqrt(expected), $"word {word}: {counts[word]} of {expected}");
        }
    }
}
