using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class LyapunovSpectrumTests
{
    [Theory]
    [InlineData(0.15, 0.6, 1.088888209, -0.783, -0.876, 1.349)]
    [InlineData(0.05, 0.85, 0.793457546, -1.526, -1.762, 0.52)]
    public void Of_Mess3_HasTheKnownExponentsAndDimension(double x, double a, double rate, double first, double second, double dimension)
    {
        LyapunovSpectrum spectrum = LyapunovSpectrum.Of(KnownProcesses.Mess3(x, a), rate)!;

        Digits.Agree([first, second], spectrum.ExponentsNats, 0.01);
        Assert.Equal(dimension, spectrum.Dimension, 0.03);
        Assert.InRange(spectrum.DimensionError, 1e-5, 0.01);
    }

    [Theory]
    [InlineData(0.11, 0.79, 0.842)]
    [InlineData(0.5, 0.6, 1.215)]
    public void Of_Mess3_HasTheKnownDimension(double x, double a, double dimension)
    {
        var process = KnownProcesses.Mess3(x, a);
        double rate = EntropyRateBounds.Of(process, memories: 500).Value;

        Assert.Equal(dimension, LyapunovSpectrum.Of(process, rate)!.Dimension, 0.03);
    }

    [Fact]
    public void Of_TheSameProcess_IsTheSame()
    {
        var process = KnownProcesses.Mess3(0.15, 0.6);

        Assert.Equal(LyapunovSpectrum.Of(process, 1)!.ExponentsNats, LyapunovSpectrum.Of(process, 1)!.ExponentsNats);
    }

    [Fact]
    public void Of_TokensThatEraseADirection_LeavesItOut()
    {
        LyapunovSpectrum spectrum = LyapunovSpectrum.Of(KnownProcesses.SimpleNonunifilarSource(0.5, 0.5), 0.5)!;

        Assert.Empty(spectrum.ExponentsNats);
        Assert.Equal(0, spectrum.Dimension);
    }

    [Fact]
    public void Of_TooManyStates_IsNotComputed() => Assert.Null(LyapunovSpectrum.Of(KnownProcesses.Burst(200, 200), 0.1));
}
