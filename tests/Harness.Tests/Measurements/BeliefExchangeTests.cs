using Harness.Beliefs;
using Harness.Measurements;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class BeliefExchangeTests
{
    private static readonly BeliefTree s_tree = BeliefTree.Grow(KnownProcesses.RandomRandomXor, 6);

    [Fact]
    public void Partners_OfEveryContext_BelieveSomethingElseAtTheSameLength()
    {
        BeliefExchange exchange = new(s_tree, 4, 0);

        for (int i = 0; i < exchange.Partners.Length; i++)
        {
            Assert.Equal(4, s_tree.Length(exchange.Partners[i]));
            Assert.NotEqual(s_tree.Belief(exchange.First + i).ToArray(), s_tree.Belief(exchange.Partners[i]).ToArray());
        }
        Assert.Equal(exchange.Partners, new BeliefExchange(s_tree, 4, 0).Partners);
        Assert.NotEqual(exchange.Partners, new BeliefExchange(s_tree, 4, 1).Partners);
    }

    // The tokens that came after the context are appended to the other one; their weight is what the other one gives them.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Continuations_AreThoseThatBothAllow(int later)
    {
        BeliefExchange exchange = new(s_tree, 4, 0);

        (int Node, int Other, double Weight)[] all = [.. exchange.Continuations(later)];

        Assert.NotEmpty(all);
        foreach ((int node, int other, double weight) in all)
        {
            int[] word = s_tree.Word(node), otherWord = s_tree.Word(other);
            int context = Enumerable.Range(0, exchange.Partners.Length).Single(i => s_tree.Word(exchange.First + i).AsSpan().SequenceEqual(word.AsSpan(0, 4)));
            Assert.Equal(s_tree.Word(exchange.Partners[context]), otherWord[..4]);
            Assert.Equal(word[4..], otherWord[4..]);
            Assert.Equal(s_tree.Probabilities[exchange.First + context] * s_tree.Probabilities[other] / s_tree.Probabilities[exchange.Partners[context]], weight, 1e-12);
        }
        Assert.InRange(all.Sum(one => one.Weight), 0.3, 1 + 1e-12);
    }

    [Fact]
    public void Partners_WhereAllBelieveTheSame_AreNone() => Assert.All(new BeliefExchange(BeliefTree.Grow(KnownProcesses.Coin(0.5), 3), 2, 0).Partners, partner => Assert.Equal(-1, partner));
}
