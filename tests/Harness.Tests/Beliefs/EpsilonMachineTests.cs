using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class EpsilonMachineTests
{
    [Fact]
    public void Of_Rrxor_IsRrxor() => Assert.Equal(5, EpsilonMachine.Of(KnownProcesses.RandomRandomXor).Count);

    [Fact]
    public void Of_DoubledGoldenMean_MergesTheTwins()
    {
        // A and C are the same causal state: from either, 1 leads to B, from where 0 leads to the other.
        var doubled = KnownProcesses.Build("doubled", ["0", "1"], ["A", "B", "C", "D"], [1 / 3.0, 1 / 6.0, 1 / 3.0, 1 / 6.0],
            (0, 0, 2, 0.5), (1, 0, 1, 0.5), (0, 1, 2, 1), (0, 2, 0, 0.5), (1, 2, 3, 0.5), (0, 3, 0, 1));

        var machine = EpsilonMachine.Of(doubled);

        Assert.Equal(2, machine.Count);
        Assert.Equal(machine.CausalStateOf[0], machine.CausalStateOf[2]);
        Assert.Equal(0.918295834, machine.StatisticalComplexityBits, 6e-10);
    }

    [Fact]
    public void Of_StatesWithEqualLawsButDifferentFutures_KeepsThemApart()
    {
        var machine = EpsilonMachine.Of(KnownProcesses.Burst(3, 2));

        Assert.Equal(5, machine.Count);
    }

    [Fact]
    public void Of_PresentationAndModel_AgreeOnComplexity()
    {
        var presentation = MixedStatePresentation.Of(KnownProcesses.RandomRandomXor);

        var machine = EpsilonMachine.Of(presentation, new BeliefChain(presentation).LongRun()!);

        Assert.Equal(5, machine.Count);
        Assert.Equal(31, machine.CausalStateOf.Count(state => state < 0));
        Assert.Equal(EpsilonMachine.Of(KnownProcesses.RandomRandomXor).StatisticalComplexityBits, machine.StatisticalComplexityBits, 1e-14);
    }

    [Fact]
    public void Of_NonunifilarModel_IsRefused() => Assert.Throws<ArgumentException>(() => EpsilonMachine.Of(KnownProcesses.Mess3(0.05, 0.85)));
}
