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
    public void Nats_OfMess3_AreTheKnownRate(double x, double a, double bits)
    {
        EntropyRate rate = Rate(KnownProcesses.Mess3(x, a));

        Digits.Agree([bits], Digits.ToBits([rate.Value]), 6e-10);
        Assert.InRange(bits, Digits.ToBits([rate.Lower!.Value])[0] - 6e-10, Digits.ToBits([rate.Upper])[0] + 6e-10);
        Assert.StartsWith("bounds", rate.Method, StringComparison.Ordinal);
        Assert.False(rate.IsExact);
    }

    [Fact]
    public void Nats_OfSimpleNonunifilarSource_EncloseTheKnownRate()
    {
        EntropyRate rate = Rate(KnownProcesses.SimpleNonunifilarSource(0.5, 0.5));

        Digits.Agree([0.677867181], Digits.ToBits([rate.Value]), 6e-10);
        Assert.True(rate.Lower <= rate.Upper);
    }

    [Fact]
    public void Nats_OfTwinStates_ComeFromTheMixedStates()
    {
        EntropyRate rate = Rate(TwinCoin);

        Assert.Equal("mixed-states", rate.Method);
        Digits.Agree([1], Digits.ToBits([rate.Value]), 1e-15);
    }

    [Fact]
    public void Nats_OfAMixture_AreTheMeanOfItsComponents()
    {
        EntropyRate rate = Rate(KnownGenerators.MixtureOf(0.25, KnownProcesses.Mess3(0.05, 0.85), KnownProcesses.Mess3(0.15, 0.6)));

        Digits.Agree([(0.25 * 1.144717266) + (0.75 * 1.570933619)], Digits.ToBits([rate.Value]), 1e-9);
        Assert.InRange(Digits.ToBits([rate.Upper - rate.Lower!.Value])[0], 0, 1e-9);
        Assert.StartsWith("components: bounds", rate.Method, StringComparison.Ordinal);
    }

    [Fact]
    public void Nats_OfGeneralisedModel_HaveAnUpperBoundAndAReason()
    {
        EntropyRate rate = Rate(KnownGenerators.Fanizza(2000, 0.49));

        Assert.Null(rate.Lower);
        Assert.Contains("generalised model", rate.LowerReason, StringComparison.Ordinal);
        Assert.False(rate.IsExact);
        Assert.True(rate.Value <= ContextEntropies.Of(KnownGenerators.Fanizza(2000, 0.49), 200).NextTokenNats[200] + 1e-12);
    }

    [Fact]
    public void Nats_OfProcessThatIsNoModel_AreTheEntropyAfterLongContexts()
    {
        EntropyRate rate = Rate(new ContinuumOfCoins());

        Assert.Null(rate.Lower);
        Assert.InRange(rate.Value, 0.5, 0.501);
        Assert.StartsWith("contexts of", rate.Method, StringComparison.Ordinal);
    }

    /// <summary>A fair coin that hops at random between two equal states: not unifilar, one mixed state.</summary>
    private static HiddenMarkovModel TwinCoin => KnownProcesses.Build("twin", ["0", "1"], ["A", "B"], [0.5, 0.5],
        [.. from z in Enumerable.Range(0, 2) from i in Enumerable.Range(0, 2) from j in Enumerable.Range(0, 2) select (z, i, j, 0.25)]);

    private static EntropyRate Rate(GenerativeProcess process) => EntropyRate.Nats(process, MixedStatePresentation.Of(process));
}
