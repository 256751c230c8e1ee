using Harness.Measurements;
using Harness.Numerics;
using MathNet.Numerics.Statistics;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class PairAgreementTests
{
    private const int Contexts = 40;
    private static readonly double[] s_weights = [.. Normal(1, Contexts).Select(value => 0.1 + (value * value))];
    private static readonly ContextPairs s_pairs = ContextPairs.Of(s_weights);

    [Theory]
    [InlineData(PairQuantity.Distance)]
    [InlineData(PairQuantity.Cosine)]
    public void Of_NoisyVectors_IsTheWeightedSquaredCorrelationOverExplicitPairs(object quantity)
    {
        double[] truth = Normal(2, Contexts * 3), decoded = [.. truth.Zip(Normal(3, Contexts * 3), (a, b) => a + (0.8 * b))];

        PairAgreement agreement = PairAgreement.Of(s_pairs, (PairQuantity)quantity, [.. truth], [.. decoded]);

        var pairs = (from i in Enumerable.Range(0, Contexts)
                     from j in Enumerable.Range(i + 1, Contexts - i - 1)
                     select (W: s_weights[i] * s_weights[j], X: Explicit((PairQuantity)quantity, truth, i, j), Y: Explicit((PairQuantity)quantity, decoded, i, j))).ToArray();
        double r = Correlation.WeightedPearson(pairs.Select(pair => pair.X), pairs.Select(pair => pair.Y), pairs.Select(pair => pair.W));
        Assert.Equal(r * r, agreement.RSquared.Value!.Value, 1e-10);
        Assert.InRange(agreement.RSquared.Value!.Value, 0.1, 0.9);
        Assert.Equal(Contexts * (Contexts - 1) / 2, agreement.Pairs);
    }

    // Distances scale with the map and forget where it puts the origin; cosines do not.
    [Fact]
    public void Of_AScaledAndShiftedCopy_AgreesPerfectlyInDistances()
    {
        double[] truth = Normal(2, Contexts * 3), copy = [.. truth.Select(value => 3 + (0.5 * value))];

        PairAgreement distances = PairAgreement.Of(s_pairs, PairQuantity.Distance, [.. truth], [.. copy]);

        Assert.Equal(1, distances.RSquared.Value!.Value, 1e-12);
        Assert.Equal((0.5, 0), (Math.Round(distances.Slope!.Value, 9), Math.Round(distances.Intercept!.Value, 9)));
        Assert.InRange(PairAgreement.Of(s_pairs, PairQuantity.Cosine, [.. truth], [.. copy]).RSquared.Value!.Value, 0, 0.95);
    }

    // Far where the truth is near: an agreement that runs backwards counts against.
    [Fact]
    public void Of_ARelationThatFalls_IsNegative()
    {
        ContextPairs three = ContextPairs.Of([1, 1, 1]);

        Assert.Equal(-1, PairAgreement.Of(three, PairQuantity.Distance, [0, 1, 3], [0, 3, 1]).RSquared.Value!.Value, 1e-12);
        Assert.True(PairAgreement.Of(three, PairQuantity.Distance, [0, 1, 3], [0, 3, 1]).Slope < 0);
    }

    [Fact]
    public void Of_DrawnPairs_IsCloseToAllPairs()
    {
        double[] truth = Normal(2, Contexts * 3), decoded = [.. truth.Zip(Normal(3, Contexts * 3), (a, b) => a + (0.8 * b))];
        ContextPairs drawn = ContextPairs.Of(s_weights, mostExact: 10, sampleSize: 200_000);

        Assert.Equal(
            PairAgreement.Of(s_pairs, PairQuantity.Distance, [.. truth], [.. decoded]).RSquared.Value!.Value,
            PairAgreement.Of(drawn, PairQuantity.Distance, [.. truth], [.. decoded]).RSquared.Value!.Value, 0.01);
    }

    [Fact]
    public void Of_WhatDoesNotVary_IsNothingOrUndefined()
    {
        double[] truth = Normal(2, Contexts), same = [.. Enumerable.Repeat(2.5, Contexts)];

        Assert.Equal(0, PairAgreement.Of(s_pairs, PairQuantity.Distance, [.. truth], [.. same]).RSquared.Value!.Value);
        Assert.Equal("the true quantity is the same for every pair", PairAgreement.Of(s_pairs, PairQuantity.Distance, [.. same], [.. truth]).RSquared.Why);
        Assert.Equal("a vector is zero, and has no direction", PairAgreement.Of(s_pairs, PairQuantity.Cosine, [.. truth], new double[Contexts]).RSquared.Why);
        Assert.Equal("fewer than two contexts are scored", PairAgreement.Of(ContextPairs.Of([1]), PairQuantity.Distance, [1], [1]).RSquared.Why);
    }

    private static double[] Normal(ulong key, int count)
    {
        RandomStream random = new(key);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextNormal())];
    }

    private static double Explicit(PairQuantity quantity, double[] vectors, int i, int j)
    {
        double[] a = vectors[(3 * i)..((3 * i) + 3)], b = vectors[(3 * j)..((3 * j) + 3)];
        double dot = a.Zip(b, (x, y) => x * y).Sum();
        return quantity == PairQuantity.Cosine
            ? dot / Math.Sqrt(a.Sum(x => x * x) * b.Sum(y => y * y))
            : Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
    }
}
