using Harness.Beliefs;
using Harness.Processes;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class EntropyRateTests
{
    [Fact]
    public void Nats_OfUnifilarProcesses_AreTheClosedForms()
    {
        Digits.Agree([2 / 3.0, 2 / 3.0, 2 / 3.0, 1 / 3.0, 2 / 9.0], Digits.ToBits(
            new[] { KnownProcesses.RandomRandomXor, KnownProcesses.Even(), KnownProcesses.GoldenMean(), KnownProcesses.ZeroOneRandom, KnownProcesses.Burst(5, 3) }
                .Select(process => Rate(process).Value)), 1e-14);
        Assert.Equal("unifilar", Rate(KnownProcesses.Even()).Method);
    }

    [Theory]
    [InlineData(0.05, 0.85, 1.144717266)]
    [InlineData(0.15, 0.6, 1.570933619)]
    [InlineData(0.15, 0.2, 1.583970397)]
    [InlineData(0.5, 0.6, 1.572950506)]
    public void Nats_OfMess3_EncloseTheKnownRate(double x, double a, double bits)
    {
        EntropyRate rate = Rate(KnownProcesses.Mess3(x, a));

        Digits.Agree([bits], Digits.ToBits([rate.Value]), 2e-8);
        Assert.InRange(bits, Digits.ToBits([rate.Lower])[0] - 6e-10, Digits.ToBits([rate.Upper])[0] + 6e-10);
        Assert.InRange(rate.Upper - rate.Lower, 0, 1e-6);
        Assert.StartsWith("bounds", rate.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void Nats_OfSimpleNonunifilarSource_EncloseTheKnownRate()
    {
        EntropyRate rate = Rate(KnownProcesses.SimpleNonunifilarSource(0.5, 0.5));

        Digits.Agree([0.677867181], Digits.ToBits([rate.Value]), 1e-6);
        Assert.True(rate.Lower <= rate.Upper);
    }

    [Fact]
    public void Nats_OfTwinStates_ComeFromTheMixedStates()
    {
        EntropyRate rate = Rate(TwinCoin);

        Assert.Equal("mixed-states", rate.Method);
        Digits.Agree([1], Digits.ToBits([rate.Value]), 1e-15);
    }

    /// <summary>A fair coin that hops at random between two equal states: not unifilar, one mixed state.</summary>
    private static HiddenMarkovModel TwinCoin => KnownProcesses.Build("twin", ["0", "1"], ["A", "B"], [0.5, 0.5],
        [.. from z in Enumerable.Range(0, 2) from i in Enumerable.Range(0, 2) from j in Enumerable.Range(0, 2) select (z, i, j, 0.25)]);

    private static EntropyRate Rate(HiddenMarkovModel process) => EntropyRate.Nats(process, MixedStatePresentation.Of(process));
}
