using Harness.Activations;
using Harness.Measurements;
using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class ExplainedDimensionsTests
{
    private static readonly ExplainedDimensions s_dimensions = new(Examinations.Final);

    // Without noise a planted code has the dimensions of the belief: one less than there are states.
    [Theory]
    [InlineData("mess3", 2)]
    [InlineData("rrxor", 4)]
    [InlineData("z1r", 2)]
    public void Measure_PlantedTruthWithoutNoise_IsTheDimensionOfTheBelief(string process, int expected)
    {
        ExplainedDimensions all = s_dimensions with { Share = 0.9999 };

        Assert.Equal(expected, all.Measure(Examinations.Of(process, new Planted(Noise: 0), all)).Value);
        Assert.Equal(expected, all.Nulls(Examinations.Of(process, new Planted(Noise: 0), all))[ExplainedDimensions.ExactBelief].Value);
    }

    // Eigenvalues of AVAᵀ + s²I; few contexts carry most of the weight, so the noise's own share varies by a few hundredths.
    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Measure_KnownNoise_IsWhatTheCovarianceOfTheoryHas(string process)
    {
        Planted planted = new(Noise: 0.1);
        Spectrum theory = new(NoisyCode.Variances(Known.Contexts(process), planted, Examinations.Final.Name, 1));
        foreach (double share in new[] { 0.5, 0.8, 0.9, 0.95 })
        {
            ExplainedDimensions measure = s_dimensions with { Share = share };

            Assert.InRange(measure.Measure(Examinations.Of(process, planted, measure)).Value!.Value, theory.Components(share - 0.03), theory.Components(share + 0.03));
        }
    }

    // Variances 6, 3 and 1: 60, 90 and 100 %.
    [Theory]
    [InlineData(0.59, false, 1)]
    [InlineData(0.9, false, 2)]
    [InlineData(0.904, true, 2)]
    [InlineData(0.904, false, 3)]
    [InlineData(0.906, true, 3)]
    public void Measure_KnownSpectrum_CountsUpToTheShare(double share, bool rounded, int expected)
    {
        ExplainedDimensions measure = s_dimensions with { Share = share, Rounded = rounded };

        Assert.Equal(expected, measure.Measure(Examinations.Of("coin", Orthogonal, measure)).Value);
    }

    [Fact]
    public void Details_OfAKnownSpectrum_AreTheUsualShares()
    {
        IReadOnlyDictionary<string, double> details = s_dimensions.Details(Examinations.Of("coin", Orthogonal, s_dimensions));

        Assert.Equal((2, 3, 3), (details["components90"], details["components95"], details["components99"]));
        Assert.Equal(100.0 / 46, details["participationRatio"], 1e-5);
        Assert.Equal((1, 4), (Math.Round(details["firstThreeShare"], 9), details["width"]));
    }

    [Fact]
    public void Measure_WhatDoesNotVary_IsUndefined()
    {
        Written constant = new(3, (_, _) => [1, 2, 3]);

        Assert.Equal("nothing varies there", s_dimensions.Measure(Examinations.Of("coin", constant, s_dimensions)).Why);
        Assert.Empty(s_dimensions.Details(Examinations.Of("coin", constant, s_dimensions)));
        Assert.Equal("nothing varies there", s_dimensions.Nulls(Examinations.Of("coin", Orthogonal, s_dimensions))[ExplainedDimensions.ExactBelief].Why);
    }

    [Fact]
    public void Check_ShareAndLocation_AreLookedAt()
    {
        Assert.Empty(Checked.Of(s_dimensions));
        Assert.Equal(["$.location", "$.share"], Checked.Of(new ExplainedDimensions(new Location("nowhere"), 1)).Select(problem => problem.Path));
        Assert.False(s_dimensions.HigherIsBetter);
        Assert.Equal("components for 95 % of variance @ ln_final, rounded", (s_dimensions with { Rounded = true }).Label);
    }

    // Each coordinate is nonzero in two contexts of its own, with mean zero: they are uncorrelated. A fourth is constant.
    private static Written Orthogonal { get; } = new(4, (_, node) =>
    {
        double[] row = [0, 0, 0, 5], variances = [6, 3, 1];
        if (node <= 6)
        {
            double[] weights = Known.Contexts("coin").Weights(Weighting.Probability, ContextScope.Trained);
            int axis = (node - 1) / 2;
            double first = weights[2 * axis], second = weights[(2 * axis) + 1], value = Math.Sqrt(variances[axis] / (first * (1 + (first / second))));
            row[axis] = node % 2 == 1 ? value : -value * first / second;
        }
        return row;
    });
}
