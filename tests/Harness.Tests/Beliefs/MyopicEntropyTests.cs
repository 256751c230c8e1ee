using Harness.Beliefs;
using Harness.Processes;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class MyopicEntropyTests
{
    private static readonly double[] s_rrxorBits =
    [
        1, 1, 0.918295834, 0.906715377, 0.863710665, 0.833333333, 0.810012178, 0.778834958, 0.760213021, 0.744169711, 0.726162385, 0.715993099,
    ];

    [Fact]
    public void Nats_OfRrxor_AreTheKnownSequence() =>
        Digits.Agree(s_rrxorBits, Digits.ToBits(MyopicEntropy.Nats(BeliefTree.Grow(KnownProcesses.RandomRandomXor, 11))), 6e-10);

    [Fact]
    public void Nats_OfZ1r_FallToTheEntropyRateInThreeSteps() =>
        Digits.Agree([1, 0.918295834, 2 / 3.0, 1 / 3.0, 1 / 3.0, 1 / 3.0],
            Digits.ToBits(MyopicEntropy.Nats(BeliefTree.Grow(KnownProcesses.ZeroOneRandom, 5))), 6e-10);

    [Fact]
    public void Nats_OfMess3_AreTheKnownSequence()
    {
        double[] expected =
        [
            1.584962501, 1.237426925, 1.173424213, 1.151440323, 1.146567383, 1.145186578, 1.144840166, 1.144749190, 1.144725550, 1.144719423, 1.144717826, 1.144717412,
        ];

        Digits.Agree(expected, Digits.ToBits(MyopicEntropy.Nats(BeliefTree.Grow(KnownProcesses.Mess3(0.05, 0.85), 11))), 6e-10);
    }

    [Fact]
    public void Nats_OfTheNoisierMess3_AreTheKnownSequence() =>
        Digits.Agree([1.584963, 1.574078098, 1.571659705, 1.571100340, 1.570971925],
            Digits.ToBits(MyopicEntropy.Nats(BeliefTree.Grow(KnownProcesses.Mess3(0.15, 0.6), 4))), 6e-7);

    [Theory]
    [InlineData(1, 9, 0.586501487, 6e-10)]
    [InlineData(1, 10, 0.578185, 6e-7)]
    public void OptimalLossNats_OfRrxor_IsKnown(int shortest, int longest, double expected, double tolerance) =>
        Digits.Agree([expected], [Loss(KnownProcesses.RandomRandomXor, shortest, longest)], tolerance);

    [Theory]
    [InlineData(1, 7, 0.806391, 6e-7)]
    [InlineData(1, 8, 0.804775, 6e-7)]
    [InlineData(1, 9, 0.803517757, 6e-10)]
    [InlineData(1, 10, 0.802511775, 6e-10)]
    [InlineData(0, 7, 0.842919, 6e-7)]
    [InlineData(0, 9, 0.833027, 6e-7)]
    public void OptimalLossNats_OfMess3_IsKnown(int shortest, int longest, double expected, double tolerance) =>
        Digits.Agree([expected], [Loss(KnownProcesses.Mess3(0.05, 0.85), shortest, longest)], tolerance);

    [Fact]
    public void OptimalLossNats_OfTheNoisierMess3_IsKnown() =>
        Digits.Agree([1.089203], [Loss(KnownProcesses.Mess3(0.15, 0.6), 1, 9)], 6e-7);

    [Fact]
    public void Nats_OverMixedStates_EqualThoseOverWords()
    {
        BeliefChain chain = new(MixedStatePresentation.Of(KnownProcesses.RandomRandomXor));

        Digits.Agree(MyopicEntropy.Nats(BeliefTree.Grow(KnownProcesses.RandomRandomXor, 12)), MyopicEntropy.Nats(chain, 12), 1e-14);
    }

    [Fact]
    public void OptimalLossNats_OfNoContexts_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MyopicEntropy.OptimalLossNats([1, 1, 1], 2, 1));

    private static double Loss(HiddenMarkovModel process, int shortest, int longest) =>
        MyopicEntropy.OptimalLossNats(MyopicEntropy.Nats(BeliefTree.Grow(process, longest)), shortest, longest);
}
