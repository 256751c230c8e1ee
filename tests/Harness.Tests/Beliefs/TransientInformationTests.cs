using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class TransientInformationTests
{
    [Fact]
    public void Bits_WhenTheSumDoesNotConverge_SayWhy() => Assert.Contains("not converged",
        TransientInformation.Bits(new BeliefChain(MixedStatePresentation.Of(KnownProcesses.Coin(0.5))), 0).Reason, StringComparison.Ordinal);

    [Fact]
    public void Bits_OfGoldenMean_AreItsOneDrop() => Assert.Equal(0.251629167,
        TransientInformation.Bits(new BeliefChain(MixedStatePresentation.Of(KnownProcesses.GoldenMean())), 2 / 3.0 * Math.Log(2)).Value!.Value, 6e-10);
}
