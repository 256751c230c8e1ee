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

    // 4¹⁰ contexts are more than a person waits for; so are 255².
    [Fact]
    public void Of_TooManyContexts_HasAShorterWindow()
    {
        Assert.Equal(8, NullCard.Of(FieldProcesses.BlochWalk(1, 3), 10).Window);
        Assert.Equal(1, NullCard.Of(KnownProcesses.Build("wide", [.. Enumerable.Range(0, 255).Select(z => $"{z}")], ["A"], [1],
            [.. Enumerable.Range(0, 255).Select(z => (z, 0, 0, 1 / 255.0))]), 10).Window);
    }

    [Fact]
    public void Of_AProcess_HasTheNullsOfTheory()
    {
        NullCard card = NullCard.Of(KnownProcesses.RandomRandomXor, 8);

        Assert.All(Known.Theory("rrxor").Of(Weighting.Probability, Partition.Subtree, ContextScope.All),
            score => Assert.Equal(score.Value.Value!.Value, card.Values[score.Key].Value!.Value, 1e-9));
        Assert.Equal(card.HeldOut.Keys, card.InSample.Keys);
        Assert.Equal(card.HeldOut.Keys, card.AsPublished.Keys);
        Assert.Equal(1, card.VarianceShares.Sum(), 1e-12);
    }

    [Fact]
    public void Of_AnotherPartitionAndWeighting_IsScoredByThem()
    {
        HiddenMarkovModel process = KnownProcesses.RandomRandomXor;
        NullCard card = NullCard.Of(process, 8, Weighting.UniformRows, Partition.Suffix);

        Assert.Equal(Known.Theory("rrxor").Of(Weighting.UniformRows, Partition.Suffix, ContextScope.All)["table-3"].Value!.Value, card.Values["table-3"].Value!.Value, 1e-9);
        Assert.Equal(card.AsPublished["last-1"].RSquared.Value!.Value, card.InSample["last-1"].RSquared.Value!.Value, 1e-12);
    }
}
