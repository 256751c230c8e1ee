using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class ContextPairsTests
{
    [Fact]
    public void Of_FewContexts_AreAllPairsOfThoseWithWeight()
    {
        ContextPairs pairs = ContextPairs.Of([0.5, 0, 0.25, 0.25]);

        Assert.Equal([0, 2, 3], pairs.Contexts);
        Assert.Equal([0.5, 0.25, 0.25], pairs.Weights);
        Assert.Equal(3, pairs.Count);
        Assert.Null(pairs.Drawn);
    }

    [Fact]
    public void Of_RandomRandomXorToLengthTen_AreHalfAMillion() =>
        Assert.Equal(1046L * 1045 / 2, Known.Contexts(Beliefs.KnownProcesses.RandomRandomXor, 10).Pairs(Weighting.Probability, ContextScope.All).Count);

    // P(i, j) ∝ w_i w_j for i ≠ j.
    [Fact]
    public void Of_ManyContexts_AreDrawnByTheProductOfWeights()
    {
        double[] weights = [0.4, 0.3, 0.2, 0.1];

        ContextPairs pairs = ContextPairs.Of(weights, mostExact: 3, sampleSize: 200_000);

        (int[] first, int[] second) = pairs.Drawn!.Value;
        double distinct = 1 - weights.Sum(weight => weight * weight);
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                double share = first.Zip(second).Count(pair => pair == (i, j)) / 200_000.0;
                Assert.Equal(i == j ? 0 : weights[i] * weights[j] / distinct, share, 0.004);
            }
        }
    }

    [Fact]
    public void Of_SameWeights_DrawsTheSamePairs() =>
        Assert.Equal(Flat(ContextPairs.Of([0.4, 0.3, 0.2, 0.1], 3, 100)), Flat(ContextPairs.Of([0.4, 0.3, 0.2, 0.1], 3, 100)));

    private static int[] Flat(ContextPairs pairs) => [.. pairs.Drawn!.Value.First, .. pairs.Drawn.Value.Second];
}
