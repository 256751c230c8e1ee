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
        Assert.Equal(new MixedStateCount(true, 36, 5), theory.MixedStates);
        Digits.Agree([2 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0], theory.Stationary, 1e-15);
    }

    [Fact]
    public void Of_Mess3_SaysWhyThereIsNoComplexity()
    {
        var theory = ProcessTheory.Of(KnownProcesses.Mess3(0.05, 0.85), 4);

        Assert.Null(theory.StatisticalComplexityBits.Value);
        Assert.Contains("4096 mixed states", theory.StatisticalComplexityBits.Reason, StringComparison.Ordinal);
        Assert.Equal(theory.StatisticalComplexityBits, theory.ExcessEntropyBits);
    }

    [Fact]
    public void Of_KnownStart_ChangesOnlyWhatDependsOnTheStart()
    {
        var theory = ProcessTheory.Of(KnownProcesses.RandomRandomXor.StartingFrom([1, 0, 0, 0, 0]), 5);

        Digits.Agree([1, 1, 0, 1, 1, 0], Digits.ToBits(theory.MyopicEntropyNats), 1e-15);
        Assert.Equal(5, theory.MixedStates.Found);
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
