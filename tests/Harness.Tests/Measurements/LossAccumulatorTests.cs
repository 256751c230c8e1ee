using Harness.Activations;
using Harness.Measurements;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class LossAccumulatorTests
{
    // Known myopic entropies of RRXOR in bits: after 1, 2, 3, 4 tokens.
    [Fact]
    public void Profile_ExactPredictions_ReachTheKnownEntropies()
    {
        double[] bits = [1, 0.918295834, 0.906715377, 0.863710665];

        LossProfile profile = Profile(contexts => (node, symbol) => contexts.NextToken[(node * 2) + symbol]);

        Assert.All(bits.Select((bit, i) => (bit * Math.Log(2), i)), expected => Assert.Equal(expected.Item1, profile.OptimalNats[expected.i], 1e-8));
        Assert.All(profile.OptimalNats.Zip(profile.LossNats), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        Assert.Equal(0, profile.GapNats, 1e-6);
    }

    [Fact]
    public void Profile_UniformPredictions_LoseTheWholeDivergence()
    {
        LossProfile profile = Profile(_ => (_, _) => 0.5);

        Assert.All(profile.LossNats, loss => Assert.Equal(Math.Log(2), loss, 1e-6));
        Assert.Equal(Math.Log(2) - profile.OptimalMeanNats, profile.GapNats, 1e-6);
    }

    // A zero that the network gives to an impossible token costs nothing.
    [Fact]
    public void Profile_ImpossibleTokens_CostNothing() =>
        Assert.Equal(0, Profile(contexts => (node, symbol) => contexts.NextToken[(node * 2) + symbol] is var p && p > 0 ? p : 1e-30).GapNats, 1e-6);

    private static LossProfile Profile(Func<ContextTable, Func<int, int, double>> prediction)
    {
        ContextTable contexts = Known.Contexts(KnownProcesses.RandomRandomXor, 8, longestTrained: 7);
        Func<int, int, double> predict = prediction(contexts);
        LossAccumulator losses = new(contexts);
        for (int level = 1; level <= 8; level++)
        {
            int first = contexts.Tree.LevelStart[level], end = contexts.Tree.LevelStart[level + 1];
            // In blocks of at most five rows, so that levels arrive in parts.
            for (int start = first; start < end; start += 5)
            {
                int count = Math.Min(5, end - start);
                float[] logs = [.. from row in Enumerable.Range(start, count) from symbol in Enumerable.Range(0, 2) select (float)Math.Log(Math.Max(1e-30, predict(row, symbol)))];
                losses.Visit(new ActivationBlock(start, count, [], [], logs));
            }
        }
        return losses.Profile();
    }
}
