using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class ErgodicComponentTests
{
    [Fact]
    public void Of_IrreducibleProcess_IsTheProcess()
    {
        var component = Assert.Single(ErgodicComponent.Of(KnownProcesses.RandomRandomXor));

        Assert.Same(KnownProcesses.RandomRandomXor, component.Process);
        Assert.Equal(1, component.Weight);
    }

    [Fact]
    public void Of_Mixture_AreItsPartsWithTheirWeightsAndStates()
    {
        var components = ErgodicComponent.Of(KnownGenerators.MixtureOf(0.25, KnownProcesses.GoldenMean(), KnownProcesses.Even()));

        Digits.Agree([0.25, 0.75], [.. components.Select(component => component.Weight)], 1e-15);
        Assert.Equal([["M0", "M1"], ["M2", "M3"]], components.Select(component => component.Process.States));
        Digits.Agree([2 / 3.0, 1 / 3.0], components[1].Process.Stationary, 1e-15);
        Assert.True(ErgodicComponent.SameLaw(components[1].Process, KnownProcesses.Even()));
    }

    [Fact]
    public void SameLaw_OfDifferentPresentations_IsSeen()
    {
        var doubled = KnownProcesses.Build("doubled", ["0", "1"], ["A", "B", "C", "D"], [1 / 3.0, 1 / 6.0, 1 / 3.0, 1 / 6.0],
            (0, 0, 2, 0.5), (1, 0, 1, 0.5), (0, 1, 2, 1), (0, 2, 0, 0.5), (1, 2, 3, 0.5), (0, 3, 0, 1));

        Assert.True(ErgodicComponent.SameLaw(KnownProcesses.GoldenMean(), doubled));
    }

    [Theory]
    [InlineData(0.5001)]
    [InlineData(0.6)]
    public void SameLaw_OfDifferentProcesses_IsDenied(double p) => Assert.False(ErgodicComponent.SameLaw(KnownProcesses.Even(), KnownProcesses.Even(p)));

    [Fact]
    public void SameLaw_OfProcessesThatDifferOnlyInLongWords_IsDenied() =>
        Assert.False(ErgodicComponent.SameLaw(KnownProcesses.RandomRandomXor, KnownProcesses.Coin(0.5)));

    [Fact]
    public void DistinctWeights_OfEqualParts_AreTakenTogether() =>
        Digits.Agree([1], ErgodicComponent.DistinctWeights(ErgodicComponent.Of(KnownGenerators.MixtureOf(0.3, KnownProcesses.Even(), KnownProcesses.Even()))), 1e-15);
}
