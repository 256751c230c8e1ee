using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class ExcessEntropyTests
{
    [Fact]
    public void Bits_OfPeriodicProcess_ConvergeToTheClosedForm()
    {
        BeliefChain chain = new(MixedStatePresentation.Of(KnownProcesses.RandomRandomXor));

        Quantity excess = ExcessEntropy.Bits(chain, 2 / 3.0 * Math.Log(2));

        Assert.Equal(Math.Log2(6) - (1 / 3.0), excess.Value!.Value, 1e-13);
        Assert.Null(excess.Reason);
    }

    [Fact]
    public void Bits_WhenTheSumDoesNotConverge_SayWhy()
    {
        BeliefChain chain = new(MixedStatePresentation.Of(KnownProcesses.Coin(0.5)));

        Quantity excess = ExcessEntropy.Bits(chain, 0);

        Assert.Null(excess.Value);
        Assert.Contains("not converged", excess.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.05, 0.85, 0.570870)]
    [InlineData(0.15, 0.6, 0.018116)]
    public void Bits_OfMess3_AreEnclosed(double x, double a, double bits)
    {
        var process = KnownProcesses.Mess3(x, a);

        Quantity excess = ExcessEntropy.Bits(process, EntropyRate.Nats(process, MixedStatePresentation.Of(process)));

        Assert.Equal(bits, excess.Value!.Value, 6e-7);
        Assert.InRange(excess.Upper!.Value - excess.Lower!.Value, 0, 5e-6);
        Assert.InRange(excess.Value.Value, excess.Lower.Value, excess.Upper.Value);
    }

    [Fact]
    public void Bits_OfTwoCoins_AreTheOneBitThatTellsThemApart()
    {
        var coins = KnownGenerators.Coins(1 / 3.0, 2 / 3.0);

        Quantity excess = ExcessEntropy.Bits(coins, EntropyRate.Nats(coins, MixedStatePresentation.Of(coins)));

        Assert.Equal(1, excess.Value!.Value, 1e-8);
        Assert.InRange(1, excess.Lower!.Value, excess.Upper!.Value + 1e-12);
        Assert.InRange(excess.Upper.Value - excess.Lower.Value, 0, 1e-5);
    }

    [Fact]
    public void Bits_OfCoinsThatAreHardToTellApart_SayWhatIsKnown()
    {
        var coins = KnownGenerators.EvenlySpacedCoins(29);

        Quantity excess = ExcessEntropy.Bits(coins, EntropyRate.Nats(coins, MixedStatePresentation.Of(coins)));

        Assert.Null(excess.Value);
        Assert.Contains("only enclosed between", excess.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Bits_OfGeneralisedModelWithoutALowerBound_AreUnknown()
    {
        EntropyRate rate = new(1, null, 1, "by hand", "no states");

        Assert.Contains("no lower bound", ExcessEntropy.Bits(KnownGenerators.Moon(), rate).Reason, StringComparison.Ordinal);
    }
}
