using Harness.Measurements;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class ContextTableTests
{
    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Weights_OfEveryKind_SumToOne(string process)
    {
        ContextTable contexts = Known.Contexts(process);

        foreach (Weighting weighting in Enum.GetValues<Weighting>())
        {
            foreach (ContextScope scope in Enum.GetValues<ContextScope>())
            {
                Assert.Equal(1, contexts.Weights(weighting, scope).Sum(), 1e-12);
            }
        }
    }

    [Fact]
    public void Weights_ByProbability_AreProbabilitiesOverTheWindow()
    {
        ContextTable contexts = Known.Contexts("rrxor");

        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.All);

        Assert.All(Enumerable.Range(0, contexts.Count), context => Assert.Equal(contexts.Tree.Probabilities[context + 1] / 8, weights[context], 1e-15));
    }

    [Fact]
    public void Weights_ByUniformRows_CountWordsOfFullLengthBelow()
    {
        ContextTable contexts = Known.Contexts(KnownProcesses.ZeroOneRandom, 4);
        int[][] words = [.. Enumerable.Range(contexts.Tree.LevelStart[4], contexts.Tree.Count - contexts.Tree.LevelStart[4]).Select(contexts.Tree.Word)];

        double[] weights = contexts.Weights(Weighting.UniformRows, ContextScope.All);

        for (int context = 0; context < contexts.Count; context++)
        {
            int[] prefix = contexts.Tree.Word(context + 1);
            int below = words.Count(word => word.Take(prefix.Length).SequenceEqual(prefix));
            Assert.Equal(below / (4.0 * words.Length), weights[context], 1e-15);
        }
    }

    // The paper's rows: 436 words of length 10, each with ten positions.
    [Fact]
    public void Weights_ByUniformRowsOnRrxor_AreThePapersRows()
    {
        ContextTable contexts = Known.Contexts(KnownProcesses.RandomRandomXor, 10);

        double[] weights = contexts.Weights(Weighting.UniformRows, ContextScope.All);

        Assert.Equal(1046, contexts.Count);
        Assert.All(Enumerable.Range(contexts.Tree.LevelStart[10] - 1, 436), context => Assert.Equal(1 / 4360.0, weights[context], 1e-15));
    }

    [Fact]
    public void Weights_OfTrainedContexts_LeaveTheUntrainedPositionOut()
    {
        ContextTable contexts = Known.Contexts(KnownProcesses.ZeroOneRandom, 5, longestTrained: 4);
        int untrained = contexts.Tree.LevelStart[5] - 1;

        foreach (Weighting weighting in Enum.GetValues<Weighting>())
        {
            double[] trained = contexts.Weights(weighting, ContextScope.Trained), all = contexts.Weights(weighting, ContextScope.All);

            Assert.All(trained[untrained..], weight => Assert.Equal(0, weight));
            Assert.All(all[untrained..], weight => Assert.True(weight > 0));
            Assert.Equal(all[0] / all[1], trained[0] / trained[1], 1e-12);
        }
    }

    [Fact]
    public void NextToken_EveryNode_IsALawThatTheTreeAgreesWith()
    {
        ContextTable contexts = Known.Contexts("rrxor");

        for (int node = 1; node < contexts.Tree.Count; node++)
        {
            int parent = contexts.Tree.Parents[node];
            double conditional = contexts.NextToken[(parent * 2) + contexts.Tree.Symbols[node]];
            Assert.Equal(contexts.Tree.Probabilities[node], contexts.Tree.Probabilities[parent] * conditional, 1e-15);
        }
    }

    [Fact]
    public void Belief_OfAContext_IsTheOneAfterItsLastToken()
    {
        ContextTable contexts = Known.Contexts("mess3");

        Assert.Equal([0.85, 0.075, 0.075], contexts.Belief(0).ToArray().Select(p => Math.Round(p, 12)));
    }

    [Fact]
    public void StateOf_InfinitelyManyBeliefs_IsAbsent()
    {
        Assert.Null(Known.Contexts("mess3").StateOf);
        Assert.Null(Known.Contexts("mess3").FoldsOf(Partition.Belief));
        Assert.Equal(35, Known.Contexts("rrxor").StateOf!.Skip(1).Distinct().Count());
    }

    [Fact]
    public void Value_RecentTokens_AreTheLastThreeTheLastFirst()
    {
        ContextTable contexts = Known.Contexts("rrxor");
        int context = Enumerable.Range(0, contexts.Count).First(c => contexts.Tree.Word(c + 1) is [0, 1, 1, 0]);
        int first = Enumerable.Range(0, contexts.Count).First(c => contexts.Tree.Word(c + 1) is [1]);

        Assert.Equal(["0@0", "1@0", "0@1", "1@1", "0@2", "1@2"], contexts.Coordinates(Target.RecentTokens));
        Assert.Equal([1, 0, 0, 1, 0, 1], contexts.Value(Target.RecentTokens, context).ToArray());
        Assert.Equal([0, 1, 0, 0, 0, 0], contexts.Value(Target.RecentTokens, first).ToArray());
    }
}
