using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class SpectrumTests
{
    private static readonly Spectrum s_spectrum = new([4, 3, 2, 1]);

    // [[2, 1], [1, 2]] has the eigenvalues 3 and 1.
    [Fact]
    public void Of_SymmetricMatrix_AreItsEigenvaluesLargestFirst()
    {
        Assert.Equal([3, 1], Spectrum.Of([2, 1, 1, 2], 2).Variances.Select(value => Math.Round(value, 12)));
        Assert.Equal([1, 0], Spectrum.Of([0.5, 0.5, 0.5, 0.5], 2).Variances.Select(value => Math.Round(value, 12)));
        Assert.All(Spectrum.Of([1, 1, 1, 1], 2).Variances, value => Assert.True(value >= 0));
    }

    [Theory]
    [InlineData(0.4, 1)]
    [InlineData(0.41, 2)]
    [InlineData(0.7, 2)]
    [InlineData(0.9, 3)]
    [InlineData(0.95, 4)]
    public void Components_OfAShare_AreTheFewestThatHoldIt(double share, int expected) => Assert.Equal(expected, s_spectrum.Components(share));

    [Fact]
    public void Share_OfTheFirst_IsCumulative() => Assert.Equal([0, 0.4, 0.7, 0.9, 1], Enumerable.Range(0, 5).Select(k => Math.Round(s_spectrum.Share(k), 12)));

    [Fact]
    public void ParticipationRatio_IsTheNumberOfEqualVariances()
    {
        Assert.Equal(4, new Spectrum([2, 2, 2, 2, 0]).ParticipationRatio, 1e-12);
        Assert.Equal(100.0 / 30, s_spectrum.ParticipationRatio, 1e-12);
    }
}
