using Harness.Processes;
using Xunit;

namespace Harness.Tests.Processes;

/// <summary>The seeded random process: fixed for ever, valid at every setting, and of the law that its file states.</summary>
public sealed class RandomHmmTests
{
    [Fact]
    public void Matrices_OfSeedZero_AreWhatTheyHaveAlwaysBeen()
    {
        double[] expected = [0.040886030777, 0.079700007816, 0.331437907762, 0.235752657065, 0.013842268007, 0.037548416013, 0.224971735745, 0.009963570792, 0.028230356108];

        Assert.All(expected.Zip(Library.Process("random-hmm").TransitionMatrix(0).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Seeds_Different_GiveDifferentProcesses() =>
        Assert.Equal(50, Enumerable.Range(0, 50).Select(seed => Library.Process("random-hmm", ("seed", seed)).TransitionMatrix(0)[0]).Distinct().Count());

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 3, 0.9)]
    [InlineData(2, 1, 1)]
    [InlineData(5, 2, 0.5)]
    [InlineData(7, 3, 0.9)]
    [InlineData(12, 4, 1)]
    public void Process_WhateverTheSparsity_IsErgodic(int states, int symbols, double sparsity) =>
        Assert.All(Enumerable.Range(0, 20), seed =>
        {
            HiddenMarkovModel process = Library.Process("random-hmm", ("seed", seed), ("states", states), ("symbols", symbols), ("sparsity", sparsity), ("concentration", 0.2));
            Assert.Equal(states, process.StateCount);
            Assert.All(process.Stationary, mass => Assert.True(mass > 0));
        });

    [Fact]
    public void Entries_AtConcentrationOne_AreThoseOfTheFlatDirichletLaw()
    {
        // An entry of a flat Dirichlet law over n pairs is Beta(1, n − 1): mean 1/n, variance (n − 1)/(n²(n + 1)).
        double[] entries = Entries(("concentration", 1));
        const double Mean = 1 / 6d, Variance = 5 / (36d * 7);

        Assert.Equal(Mean, entries.Average(), 1e-12);
        Assert.Equal(Variance, entries.Average(entry => (entry - Mean) * (entry - Mean)), 0.1 * Variance);
        Assert.Equal(Math.Pow(0.7, 5), entries.Count(entry => entry > 0.3) / (double)entries.Length, 0.02);
    }

    [Fact]
    public void Entries_OverTheConcentrations_GoFromUnequalToEven()
    {
        double[] spread = [.. new[] { 0.1, 1, 5, 100 }.Select(concentration => Entries(("concentration", concentration)).Average(entry => entry * entry))];

        Assert.Equal(spread.OrderDescending(), spread);
        Assert.Equal(1 / 36d, spread[^1], 1e-3);
    }

    [Fact]
    public void Pairs_AreLeftOut_WithTheProbabilityOfTheSparsity()
    {
        double[] entries = Entries(("sparsity", 0.5));

        // One of the six pairs of a state always stays.
        Assert.Equal(5 / 12d, entries.Count(entry => entry == 0) / (double)entries.Length, 0.02);
    }

    private static double[] Entries((string Name, double Value) setting) => [.. Enumerable.Range(0, 200)
        .Select(seed => Library.Process("random-hmm", ("seed", seed), setting))
        .SelectMany(process => process.TransitionMatrix(0).ToArray().Concat(process.TransitionMatrix(1).ToArray()))];
}
