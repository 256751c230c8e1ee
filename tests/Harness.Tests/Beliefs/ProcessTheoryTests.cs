using Harness.Beliefs;
using Harness.Processes;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class ProcessTheoryTests
{
    public static TheoryData<string, double, double> Scalars => new()
    {
        { "golden-mean", 0.918295834, 0.251629167 },
        { "even", 0.918295834, 0.918295834 },
        { "z1r", 1.584962501, 1.584962501 },
        { "rrxor", 2.251629167, 2.251629167 },
        { "burst", 2.947702779, 2.281036113 },
        { "coin", 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void Of_UnifilarProcess_HasTheKnownComplexityAndExcessEntropy(string id, double complexity, double excess)
    {
        var theory = ProcessTheory.Of(Named(id), 3);

        Digits.Agree([complexity, excess], [theory.StatisticalComplexityBits.Value!.Value, theory.ExcessEntropyBits.Value!.Value], 6e-10);
    }

    [Fact]
    public void Of_Rrxor_MeetsTheContractOfTheCommand()
    {
        var theory = ProcessTheory.Of(KnownProcesses.RandomRandomXor, 10);

        Assert.Equal(11, theory.MyopicEntropyNats.Count);
        Assert.Equal(11, theory.BlockEntropyNats.Count);
        Digits.Agree([0.726162385, 8.615285], Digits.ToBits([theory.MyopicEntropyNats[10], theory.BlockEntropyNats[10]]), 6e-7);
        Assert.Equal(10, theory.OptimalLossNats.Count);
        Digits.Agree([0.586501487, 0.578185], [theory.OptimalLossNats[8].MeanNats, theory.OptimalLossNats[9].MeanNats], 6e-7);
        Assert.Equal(new MixedStateCount(true, 36, 5), MixedStateCount.Of(theory.Presentation));
        Assert.Equal(11, theory.Presentation.NextTokenLaws());
        Digits.Agree([2 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0], theory.Process.Stationary, 1e-15);
    }

    [Fact]
    public void Of_Mess3_SaysWhyThereIsNoComplexity()
    {
        var theory = ProcessTheory.Of(KnownProcesses.Mess3(0.05, 0.85), 4);

        Assert.Null(theory.StatisticalComplexityBits.Value);
        Assert.Contains("4096 mixed states", theory.StatisticalComplexityBits.Reason, StringComparison.Ordinal);
        Assert.Equal(0.570870, theory.ExcessEntropyBits.Value!.Value, 6e-7);
        Assert.All([theory.CrypticityBits, theory.TransientInformationBits, theory.SynchronizationInformationBits, theory.MarkovOrder, theory.CrypticOrder],
            quantity => Assert.True(quantity.Value is null && quantity.Reason is not null));
    }

    public static TheoryData<string, double, double, double> Synchronisation => new()
    {
        { "golden-mean", 0.666666667, 0.251629167, 0.918295834 },
        { "even", 0, 3.169925001, 3.169925001 },
        { "z1r", 0, 2.836591668, 2.836591668 },
        { "rrxor", 0, 12.743093390, 12.743093390 },
        { "coin", 0, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Synchronisation))]
    public void Of_FiniteProcess_HasTheKnownCostOfSynchronisation(string id, double crypticity, double transient, double synchronisation)
    {
        var theory = ProcessTheory.Of(Named(id), 3);

        Digits.Agree([crypticity, transient, synchronisation],
            [theory.CrypticityBits.Value!.Value, theory.TransientInformationBits.Value!.Value, theory.SynchronizationInformationBits.Value!.Value], 6e-10);
    }

    [Fact]
    public void Of_Burst_HasACrypticityOfThreeTokens()
    {
        var theory = ProcessTheory.Of(KnownProcesses.Burst(5, 3), 3);

        Digits.Agree([5, 3, 2 / 3.0], [theory.MarkovOrder.Value!.Value, theory.CrypticOrder.Value!.Value, theory.CrypticityBits.Value!.Value], 1e-9);
    }

    [Fact]
    public void Of_SimpleNonunifilarSource_HasAComplexityAlthoughItsCausalStatesAreInfinitelyMany()
    {
        var theory = ProcessTheory.Of(KnownProcesses.SimpleNonunifilarSource(0.5, 0.5), 3);

        Digits.Agree([2.711469, 0.147232, 2.5642], [theory.StatisticalComplexityBits.Value!.Value, theory.ExcessEntropyBits.Value!.Value, theory.CrypticityBits.Value!.Value], 5e-5);
        Digits.Agree([2.711469, 0.147232], [theory.StatisticalComplexityBits.Value.Value, theory.ExcessEntropyBits.Value.Value], 6e-7);
        Assert.False(theory.HasAllCausalStates);
        Assert.False(theory.Presentation.Closed);
    }

    [Fact]
    public void Of_Mixture_AddsWhatTellsItsComponentsApart()
    {
        var theory = ProcessTheory.Of(KnownGenerators.MixtureOf(0.25, KnownProcesses.GoldenMean(), KnownProcesses.Even()), 3);

        double which = -(0.25 * Math.Log2(0.25)) - (0.75 * Math.Log2(0.75));
        Assert.Equal(2, theory.Components.Count);
        Assert.Equal(which + (0.25 * 0.251629167) + (0.75 * 0.918295834), theory.ExcessEntropyBits.Value!.Value, 1e-8);
        Assert.Equal(which + 0.918295834, theory.StatisticalComplexityBits.Value!.Value, 1e-8);
    }

    [Fact]
    public void Of_GeneralisedModel_GivesWhatAppliesAndReasonsForTheRest()
    {
        var theory = ProcessTheory.Of(KnownGenerators.Fanizza(2000, 0.49), 20);

        Assert.Equal("ghmm", theory.Kind);
        Assert.Null(theory.EntropyRateNats.Lower);
        Assert.Null(theory.Contexts.BeliefNats);
        Assert.Contains("not laws", theory.SynchronizationInformationBits.Reason, StringComparison.Ordinal);
        Assert.True(theory.ExcessEntropyBits.Value < theory.StatisticalComplexityBits.Value);
        Assert.NotNull(theory.AttentionDecay);
    }

    [Fact]
    public void Of_ProcessThatIsNoModel_GivesContextsAndReasonsForTheRest()
    {
        var theory = ProcessTheory.Of(new ContinuumOfCoins(), 5);

        Assert.Equal("composition", theory.Kind);
        Assert.Equal(0.636514, theory.MyopicEntropyNats[1], 6e-7);
        Assert.Null(theory.AttentionDecay);
        Assert.Equal(ProcessTheory.NotOneModel, theory.DimensionReason);
        Assert.All([theory.StatisticalComplexityBits, theory.ExcessEntropyBits, theory.SynchronizationInformationBits, theory.MarkovOrder],
            quantity => Assert.NotNull(quantity.Reason));
    }

    [Fact]
    public void Of_KnownStart_ChangesOnlyWhatDependsOnTheStart()
    {
        var theory = ProcessTheory.Of(KnownProcesses.RandomRandomXor.StartingFrom([1, 0, 0, 0, 0]), 5);

        Digits.Agree([1, 1, 0, 1, 1, 0], Digits.ToBits(theory.MyopicEntropyNats), 1e-15);
        Assert.Equal(5, theory.Presentation.Count);
        Digits.Agree([2.251629167], [theory.ExcessEntropyBits.Value!.Value], 6e-10);
    }

    [Fact]
    public void Of_FiniteProcess_IsCheapAtAnyDepth() =>
        Digits.Agree([2 / 3.0], Digits.ToBits([ProcessTheory.Of(KnownProcesses.RandomRandomXor, 400).MyopicEntropyNats[400]]), 1e-14);

    private static HiddenMarkovModel Named(string id) => id switch
    {
        "golden-mean" => KnownProcesses.GoldenMean(),
        "even" => KnownProcesses.Even(),
        "z1r" => KnownProcesses.ZeroOneRandom,
        "rrxor" => KnownProcesses.RandomRandomXor,
        "burst" => KnownProcesses.Burst(5, 3),
        "coin" => KnownProcesses.Coin(0.3),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, null),
    };
}
