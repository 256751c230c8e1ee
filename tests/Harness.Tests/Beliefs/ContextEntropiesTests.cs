using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class ContextEntropiesTests
{
    [Fact]
    public void Of_Levels_AreThoseOfTheWords()
    {
        var process = KnownGenerators.Coins(0.25, 0.5, 0.75);
        var tree = BeliefTree.Grow(process, 8);

        Digits.Agree(MyopicEntropy.Nats(tree), ContextEntropies.Of(process, 8).NextTokenNats, 1e-14);
    }

    [Fact]
    public void Of_Chain_AreThoseOfLevels()
    {
        var process = KnownProcesses.RandomRandomXor;
        var chain = ContextEntropies.Of(new BeliefChain(MixedStatePresentation.Of(process)), 12);
        var levels = ContextEntropies.Of(process, 12);

        Digits.Agree(levels.NextTokenNats, chain.NextTokenNats, 1e-14);
        Digits.Agree(levels.BeliefNats!, chain.BeliefNats!, 1e-14);
    }

    [Fact]
    public void BeliefNats_OfZeroOneRandom_EndAfterThreeTokens() =>
        Digits.Agree([1.584962501, 0.918295834, 1 / 3.0, 0, 0], Digits.ToBits(ContextEntropies.Of(KnownProcesses.ZeroOneRandom, 4).BeliefNats!), 6e-10);

    [Fact]
    public void NextTokenNats_OfPublishedProcesses_AreTheirCurves()
    {
        Digits.Agree([1.058508, .698781, .538897, .389192, .373215, .365349, .355479, .347491, .343558, .338623],
            ContextEntropies.Of(KnownGenerators.Teddy(0.5, 0.3), 9).NextTokenNats, 6e-7);
        Digits.Agree([.244930, .240164, .238239, .237219, .236635, .236284, .236066, .235927, .235838, .235779],
            ContextEntropies.Of(KnownProcesses.SimpleNonunifilarSource(0.1, 0.2), 9).NextTokenNats, 6e-7);
        Digits.Agree([.686962, .527928, .462098, .366204, .308065, .154033, .154033],
            ContextEntropies.Of(KnownProcesses.Burst(5, 3), 6).NextTokenNats, 6e-7);
        Digits.Agree([.693147, .686962, .681961, .677692, .673990, .670731, .667839, .665252, .662927, .660828],
            ContextEntropies.Of(KnownGenerators.Coins(1 / 3.0, 2 / 3.0), 9).NextTokenNats, 6e-7);
        Digits.Agree([2, 1.997945, 1.996108, 1.994449, 1.992942, 1.991567, 1.990306, 1.989148, 1.988079],
            Digits.ToBits(ContextEntropies.Of(KnownGenerators.Bloch(1, Math.Sqrt(51)), 8).NextTokenNats), 6e-7);
    }

    [Fact]
    public void BeliefNats_OfGeneralisedModel_AreUndefined() => Assert.Null(ContextEntropies.Of(KnownGenerators.Fanizza(2000, 0.49), 3).BeliefNats);

    [Fact]
    public void Of_ManyCoinsAndLongContexts_IsCheap() =>
        Assert.Equal(0.516018, ContextEntropies.Of(KnownGenerators.EvenlySpacedCoins(29), 1000).NextTokenNats[1000], 0.0006);

    [Fact]
    public void Of_MoreWordsThanTheLimit_IsRefusedBeforeTheyAreFollowed() =>
        Assert.Throws<TreeTooLargeException>(() => ContextEntropies.Of(KnownProcesses.Mess3(0.15, 0.6), 1000));
}
