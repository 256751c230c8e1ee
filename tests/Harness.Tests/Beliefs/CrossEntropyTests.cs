using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

/// <summary>The loss on a fair coin after training on N coins of biases n/(N+1): it first rises, then falls.</summary>
public sealed class CrossEntropyTests
{
    [Theory]
    [InlineData(3, 8, 0.725923)]
    [InlineData(5, 5, 0.735967)]
    [InlineData(9, 4, 0.745736)]
    [InlineData(29, 3, 0.758008)]
    public void Nats_OfAFairCoinAmongCoins_PeakWhereTheoryHasIt(int coins, int context, double nats)
    {
        double[] losses = [.. CrossEntropy.Nats(KnownProcesses.Coin(0.5), KnownGenerators.EvenlySpacedCoins(coins), 100).Select(loss => loss.Value!.Value)];

        Assert.Equal(Math.Log(2), losses[0], 1e-14);
        Assert.Equal(context, Array.IndexOf(losses, losses.Max()));
        Assert.Equal(nats, losses.Max(), 1e-5);
    }

    [Fact]
    public void Nats_OfAFairCoinAmongCoins_FallAgain()
    {
        var losses = CrossEntropy.Nats(KnownProcesses.Coin(0.5), KnownGenerators.EvenlySpacedCoins(29), 100);

        Digits.Agree([.732031, .702663, .698024], [losses[10].Value!.Value, losses[50].Value!.Value, losses[100].Value!.Value], 1e-5);
    }

    [Theory]
    [InlineData(3, 0.605939)]
    [InlineData(5, 0.573460)]
    [InlineData(9, 0.545763)]
    [InlineData(29, 0.516018)]
    public void EntropyRate_OfCoins_IsTheirMeanEntropy(int coins, double nats) =>
        Assert.Equal(nats, ProcessTheory.Of(KnownGenerators.EvenlySpacedCoins(coins), 1).EntropyRateNats.Value, 1e-5);

    [Fact]
    public void ExcessLoss_OfAContinuumOfCoins_FallsAsTheReciprocalOfTheContext()
    {
        double[] losses = ContextEntropies.Of(new ContinuumOfCoins(), 1000).NextTokenNats;

        Digits.Agree([.693147, .636514, .605939, .538548, .504827], [losses[0], losses[1], losses[2], losses[10], losses[100]], 6e-7);
        Assert.InRange(Math.Log((losses[1000] - 0.5) / (losses[50] - 0.5)) / Math.Log(1000 / 50.0), -1.05, -0.95);
    }

    [Fact]
    public void Nats_OfAProcessByItself_AreItsMyopicEntropies()
    {
        var process = KnownProcesses.Mess3(0.05, 0.85);

        Digits.Agree(ContextEntropies.Of(process, 6).NextTokenNats, [.. CrossEntropy.Nats(process, process, 6).Select(loss => loss.Value!.Value)], 1e-14);
    }

    [Fact]
    public void Nats_WhereTheModelRulesAWordOut_AreInfiniteFromThere()
    {
        var losses = CrossEntropy.Nats(KnownProcesses.Coin(0.5), KnownProcesses.GoldenMean(), 3);

        Assert.NotNull(losses[0].Value);
        Assert.All(losses.Skip(1), loss => Assert.StartsWith("infinite", loss.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public void Nats_WithSymbolsThatTheModelDoesNotKnow_AreRefused() =>
        Assert.Throws<ArgumentException>(() => CrossEntropy.Nats(KnownProcesses.Mess3(0.15, 0.6), KnownProcesses.Coin(0.5), 2));
}
