using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class BeliefTreeTests
{
    [Fact]
    public void Grow_Rrxor_HasTheKnownNumbersOfWords()
    {
        var tree = BeliefTree.Grow(KnownProcesses.RandomRandomXor, 11);

        Assert.Equal(436, tree.LevelStart[11] - tree.LevelStart[10]);
        Assert.Equal(1047, tree.LevelStart[11]);
        Assert.Equal(1723, tree.Count);
    }

    [Theory]
    [InlineData("0", 0.333333333333, 0.85, 0.075, 0.075)]
    [InlineData("00", 0.2245625, 0.974672975, 0.012663512, 0.012663512)]
    [InlineData("01", 0.0543854166667, 0.355104386, 0.592606780, 0.052288834)]
    [InlineData("012", 0.00805966145833, 0.178061721, 0.280229474, 0.541708806)]
    [InlineData("0000000000", 0.0261001095209, 0.989311811, 0.005344094, 0.005344094)]
    public void Grow_Mess3_HasTheKnownBeliefs(string word, double probability, double a, double b, double c)
    {
        var tree = BeliefTree.Grow(KnownProcesses.Mess3(0.05, 0.85), word.Length);
        int node = Enumerable.Range(0, tree.Count).Single(n => string.Concat(tree.Word(n)) == word);

        Assert.Equal(probability, tree.Probabilities[node], 1e-12);
        Digits.Agree([a, b, c], tree.Belief(node).ToArray(), 6e-10);
    }

    [Fact]
    public void Grow_BeyondTheLimit_IsRefusedByName()
    {
        var refusal = Assert.Throws<TreeTooLargeException>(() => BeliefTree.Grow(KnownProcesses.Mess3(0.05, 0.85), 20, limit: 1000));

        Assert.Contains("mess3", refusal.Message, StringComparison.Ordinal);
    }
}
