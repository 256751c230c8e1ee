using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class TransitionSpectrumTests
{
    [Fact]
    public void AttentionDecay_OfMess3_IsOneMinusThreeX()
    {
        var decay = Assert.Single(TransitionSpectrum.AttentionDecay(KnownProcesses.Mess3(0.15, 0.6)));

        Assert.Equal(0.55, decay.Value.Real, 1e-12);
        Assert.Equal((2, 1), (decay.Multiplicity, decay.Index));
    }

    [Fact]
    public void AttentionDecay_OfRrxor_TurnsAndDoesNotDecay()
    {
        var decay = TransitionSpectrum.AttentionDecay(KnownProcesses.RandomRandomXor);

        Digits.Agree([1, 1, 0], [.. decay.Select(value => value.Value.Magnitude)], 1e-12);
        Assert.Equal(2 * Math.PI / 3, decay[0].Value.Phase, 1e-12);
        Assert.Equal((2, 1), (decay[2].Multiplicity, decay[2].Index));
    }

    [Fact]
    public void AttentionDecay_OfOneState_IsEmpty() => Assert.Empty(TransitionSpectrum.AttentionDecay(KnownProcesses.Coin(0.5)));

    [Fact]
    public void AttentionDecay_OfBlochWalk_IsThatOfItsTransverseParts()
    {
        var decay = Assert.Single(TransitionSpectrum.AttentionDecay(KnownGenerators.Bloch(1, Math.Sqrt(51))));

        Assert.Equal(0.5 + (2 * -50 / 208.0), decay.Value.Real, 1e-12);
    }
}
