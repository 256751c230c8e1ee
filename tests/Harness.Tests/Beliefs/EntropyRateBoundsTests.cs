using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class EntropyRateBoundsTests
{
    [Theory]
    [InlineData(0.05, 0.85, 1.144717266)]
    [InlineData(0.15, 0.6, 1.570933619)]
    [InlineData(0.5, 0.6, 1.572950506)]
    public void Of_Mess3_EncloseTheKnownRateToABillionthOfABit(double x, double a, double bits)
    {
        var bounds = EntropyRateBounds.Of(KnownProcesses.Mess3(x, a));

        double[] found = Digits.ToBits([bounds.Lower!.Value, bounds.Value, bounds.Upper]);
        Assert.InRange(found[2] - found[0], 0, 1e-9);
        Assert.InRange(bits, found[0] - 5e-10, found[2] + 5e-10);
        Assert.InRange(found[1], found[0], found[2]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(200)]
    public void Of_FewMemories_AreLooseAndRight(int memories)
    {
        var bounds = EntropyRateBounds.Of(KnownProcesses.Mess3(0.05, 0.85), memories);

        double[] found = Digits.ToBits([bounds.Lower!.Value, bounds.Upper]);
        Assert.True(found[0] < 1.1447172661 && found[1] > 1.1447172666, $"{found[0]:R} {found[1]:R}");
        Assert.True(bounds.Memories <= 4 * memories);
    }

    [Fact]
    public void Of_OneMemory_AreTheEntropiesOfBlocksAndOfBlocksWithTheirLastState()
    {
        var process = KnownProcesses.Mess3(0.15, 0.6);
        var contexts = ContextEntropies.Of(process, 10);

        var bounds = EntropyRateBounds.Of(process, memories: 1);

        Assert.Equal(1, bounds.Memories);
        Assert.Equal(contexts.NextTokenNats[bounds.Tokens], bounds.Upper, 1e-13);
        Assert.Equal(bounds.Upper - contexts.BeliefNats![bounds.Tokens] + contexts.BeliefNats[bounds.Tokens + 1], bounds.Lower!.Value, 1e-13);
    }

    [Fact]
    public void Of_FiniteMemory_Meet()
    {
        var bounds = EntropyRateBounds.Of(KnownProcesses.GoldenMean());

        Digits.Agree([2 / 3.0, 2 / 3.0], Digits.ToBits([bounds.Lower!.Value, bounds.Upper]), 1e-14);
    }

    [Fact]
    public void Of_BeliefsThatAccumulate_Meet()
    {
        var bounds = EntropyRateBounds.Of(KnownProcesses.SimpleNonunifilarSource(0.5, 0.5));

        Digits.Agree([0.677867181, 0.677867181], Digits.ToBits([bounds.Lower!.Value, bounds.Upper]), 6e-10);
        Assert.InRange(bounds.Memories, 2, 200);
    }

    [Fact]
    public void Of_OneSymbol_AreZero()
    {
        var clock = KnownProcesses.Build("clock", ["0"], ["A", "B"], [0.5, 0.5], (0, 0, 1, 1), (0, 1, 0, 1));

        Assert.Equal(new EntropyRateBounds(0, 0, 0, 1, 0), EntropyRateBounds.Of(clock));
    }

    [Fact]
    public void Of_GeneralisedModel_HaveNoLowerBound()
    {
        var process = KnownGenerators.Bloch(1, Math.Sqrt(51));

        var bounds = EntropyRateBounds.Of(process, memories: 2000);

        Assert.Null(bounds.Lower);
        Assert.InRange(Digits.ToBits([bounds.Upper])[0], 1.9, 1.988079);
    }
}
