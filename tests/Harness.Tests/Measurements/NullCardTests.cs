using Harness.Measurements;
using Harness.Processes;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class NullCardTests
{
    [Fact]
    public void Separates_NextTokenLawThatDeterminesTheBelief_IsFalse()
    {
        Assert.False(NullCard.Of(KnownProcesses.Mess3(0.05, 0.85), 5).Separates);
        Assert.False(NullCard.Of(KnownProcesses.Even(), 8).Separates);
        Assert.True(NullCard.Of(KnownProcesses.RandomRandomXor, 8).Separates);
        Assert.True(NullCard.Of(KnownProcesses.ZeroOneRandom, 8).Separates);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(7, 7)]
    [InlineData(50, 10)]
    public void Of_AnyDepth_PoolsAWindowThatCanBeScored(int depth, int window) => Assert.Equal(window, NullCard.Of(KnownProcesses.GoldenMean(), depth).Window);

    [Fact]
    public void Of_AProcess_HasTheNullsOfTheory()
    {
        HiddenMarkovModel process = KnownProcesses.RandomRandomXor;

        Assert.Equal(Known.Theory("rrxor").Of(Weighting.Probability, Partition.Subtree, ContextScope.All), NullCard.Of(process, 8).Values);
    }
}
