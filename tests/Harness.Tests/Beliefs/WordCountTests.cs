using Harness.Beliefs;
using Harness.Processes;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class WordCountTests
{
    [Fact]
    public void Of_Rrxor_IsTheSizeOfEveryLevelOfItsTree()
    {
        HiddenMarkovModel process = KnownProcesses.RandomRandomXor;
        BeliefTree tree = BeliefTree.Grow(process, 12);
        WordCount count = WordCount.Of(process, 12, 1e9)!;

        Assert.Equal(Enumerable.Range(0, 13).Select(length => (double)tree.LevelStart[length + 1] - tree.LevelStart[length]), count.ByLength);
        Assert.Equal(tree.Count, count.Total);
        Assert.Equal(1047, count.UpTo(10));
        Assert.True(count.IsExact);
    }

    [Fact]
    public void LongestWithin_ALimit_IsTheLastLengthThatDoesNotPassIt()
    {
        WordCount count = WordCount.Of(KnownProcesses.RandomRandomXor, 12, 1e9)!;

        Assert.Equal(10, count.LongestWithin(1047));
        Assert.Equal(9, count.LongestWithin(1046));
        Assert.Equal(12, count.LongestWithin(1e9));
        Assert.Equal(0, count.LongestWithin(1));
    }

    // A thousand tokens of three symbols: nobody waits, and the rest is reckoned.
    [Fact]
    public void Of_MoreThanEnoughWords_IsReckonedFromTheGrowth()
    {
        WordCount count = WordCount.Of(KnownProcesses.Mess3(0.05, 0.85), 100, 50_000_000)!;

        Assert.False(count.IsExact);
        Assert.Equal(15, count.LongestWithin(50_000_000));
        Assert.Equal(Math.Pow(3, 100), count.ByLength[100], Math.Pow(3, 100) * 1e-12);
    }

    [Fact]
    public void Of_WordsThatSupportDoesNotDecide_IsUnknown()
    {
        Assert.Null(WordCount.Of(FieldProcesses.Moon(), 3, 1e9));
        Assert.Null(WordCount.Of(new Opaque(KnownProcesses.RandomRandomXor), 3, 1e9));
    }
}
