using Harness.Beliefs;
using Harness.Processes;
using Harness.Processes.Compositions;
using Harness.Tests.Beliefs;
using MathNet.Numerics;
using Xunit;

namespace Harness.Tests.Processes.Compositions;

/// <summary>N coins of bias n/(N+1), equally probable (arXiv:2505.18373): what a reader who has seen all of them loses on a fair one.</summary>
public sealed class NCoinsTests
{
    [Theory]
    [InlineData(3, 8, .725923, .605939)]
    [InlineData(5, 5, .735967, .573460)]
    [InlineData(9, 4, .745736, .545763)]
    [InlineData(29, 3, .758008, .516018)]
    public void FairCoin_ReadAsOneOfMany_CostsMostAfterAFewTokens(int coins, int peak, double height, double rate)
    {
        LinearProcess mixture = Coins(coins);
        double[] losses = [.. Enumerable.Range(0, 20).Select(length => FairLoss(mixture, length))];
        HiddenMarkovModel model = Assert.IsType<HiddenMarkovModel>(mixture);

        Assert.Equal(Math.Log(2), losses[0], 1e-12);
        Assert.Equal(peak, losses.IndexOf(losses.Max()));
        Assert.Equal(height, losses.Max(), 1e-6);
        Assert.Equal(rate, EntropyRate.Nats(model, MixedStatePresentation.Of(model, 100)).Value, 1e-6);
    }

    [Fact]
    public void FairCoin_ReadAsOneOf29_IsRecognisedSlowly()
    {
        LinearProcess mixture = Coins(29);

        Composed.Near([.732031, .702663, .698024], [FairLoss(mixture, 10), FairLoss(mixture, 50), FairLoss(mixture, 100)], 1e-6);
    }

    /// <summary>The limit N → ∞ is h_ℓ = (1/(ℓ+1)) Σ_k H((k+1)/(ℓ+2)), whose excess over ½ falls like 1/(2ℓ).</summary>
    [Fact]
    public void ManyCoins_MyopicEntropies_ApproachTheUniformLaw()
    {
        const int coins = 1999;
        MixtureComponent[] components = [.. Enumerable.Range(1, coins).Select(n => new MixtureComponent(KnownProcesses.Coin(n / (coins + 1.0)), 1.0 / coins, [0, 1]))];
        double[] entropies = MyopicEntropy.Nats(BeliefTree.Grow(new MixtureProcess(new ProcessName("coins", ["0", "1"]), components), 6));

        Composed.Near([.. Enumerable.Range(0, 7).Select(Uniform)], entropies, 5e-4);
        Composed.Near([.693147, .636514, .605939, .538548, .504827], [Uniform(0), Uniform(1), Uniform(2), Uniform(10), Uniform(100)], 1e-6);
        double[] lengths = [.. Enumerable.Range(0, 20).Select(i => 50 * Math.Pow(20, i / 19.0)).Select(length => Math.Round(length))];
        (_, double slope) = Fit.Line([.. lengths.Select(length => Math.Log(length))], [.. lengths.Select(length => Math.Log(Uniform((int)length) - 0.5))]);
        Assert.Equal(-1, slope, 0.05);
    }

    private static LinearProcess Coins(int coins) => Composed.Of($$"""
        { "kind": "mixture", "components": [{{string.Join(", ", Enumerable.Range(1, coins).Select(n => $$"""{ "process": { "process": "coin", "with": { "p": "{{n}}/{{coins + 1}}" } } }"""))}}] }
        """);

    // Tokens of coins are exchangeable: one word for each number of zeros.
    private static double FairLoss(LinearProcess mixture, int length)
    {
        double loss = 0;
        double[] law = new double[2];
        for (int zeros = 0; zeros <= length; zeros++)
        {
            mixture.NextToken(Composed.Belief(mixture, [.. Enumerable.Range(0, length).Select(t => t < zeros ? 0 : 1)]), law);
            loss -= SpecialFunctions.Binomial(length, zeros) * Math.Pow(2, -length) * (Math.Log(law[0]) + Math.Log(law[1])) / 2;
        }
        return loss;
    }

    private static double Uniform(int length) => Enumerable.Range(0, length + 1).Average(k =>
    {
        double p = (k + 1.0) / (length + 2);
        return (-p * Math.Log(p)) - ((1 - p) * Math.Log(1 - p));
    });
}
