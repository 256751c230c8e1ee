using System.Numerics;
using Harness.Beliefs;
using Harness.Processes;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class MixedStateSpectrumTests
{
    [Fact]
    public void Of_GoldenMean_IsOneMinusAHalfAndZero() => Agree([1, -0.5, 0], Of(KnownProcesses.GoldenMean()));

    [Fact]
    public void Of_Even_HasTwoRootsOfAHalf() => Agree([1, Math.Sqrt(0.5), -Math.Sqrt(0.5), -0.5], Of(KnownProcesses.Even()));

    [Fact]
    public void Of_ZeroOneRandom_HasThreePhasesAndOneJordanBlockOfZero()
    {
        var spectrum = Of(KnownProcesses.ZeroOneRandom);

        Agree([.. Roots(1), 0], spectrum);
        Assert.Equal((4, 3), (spectrum.Terms[^1].Multiplicity, spectrum.Terms[^1].Index));
    }

    [Fact]
    public void Of_Rrxor_HasTheKnownRoots() =>
        Agree([.. Roots(1), .. Roots(Math.Pow(2, -1 / 3.0)), .. Roots(Math.Pow(2, -2 / 3.0)), 0], Of(KnownProcesses.RandomRandomXor));

    [Fact]
    public void Terms_OfAnyFiniteProcess_MakeUpTheMyopicAndTheExcessEntropy() => Assert.All(
        new[] { KnownProcesses.GoldenMean(0.3), KnownProcesses.Even(), KnownProcesses.ZeroOneRandom, KnownProcesses.RandomRandomXor, KnownProcesses.Burst(5, 3), KnownGenerators.Teddy(0.5, 0.3) },
        process =>
        {
            BeliefChain chain = new(MixedStatePresentation.Of(process));
            MixedStateSpectrum spectrum = MixedStateSpectrum.Of(chain)!;
            double rate = chain.NextTokenEntropyNats(chain.LongRun()!);

            Digits.Agree(ContextEntropies.Of(chain, 30).NextTokenNats, [.. Enumerable.Range(0, 31).Select(spectrum.MyopicEntropyNats)], 1e-11);
            Assert.Equal(ExcessEntropy.Bits(chain, rate).Value!.Value * Math.Log(2), spectrum.ExcessEntropyNats(), 1e-9);
        });

    [Fact]
    public void Of_TooManyStates_IsNotComputed() => Assert.Null(Of(KnownProcesses.Burst(70, 60)));

    private static MixedStateSpectrum Of(HiddenMarkovModel process) => MixedStateSpectrum.Of(new BeliefChain(MixedStatePresentation.Of(process)))!;

    private static Complex[] Roots(double modulus) => [modulus, Complex.FromPolarCoordinates(modulus, 2 * Math.PI / 3), Complex.FromPolarCoordinates(modulus, -2 * Math.PI / 3)];

    private static void Agree(Complex[] expected, MixedStateSpectrum spectrum)
    {
        Assert.Equal(expected.Length, spectrum.Terms.Count);
        Assert.All(expected.Zip(spectrum.Terms), pair => Assert.InRange((pair.First - pair.Second.Eigenvalue).Magnitude, 0, 1e-9));
    }
}
