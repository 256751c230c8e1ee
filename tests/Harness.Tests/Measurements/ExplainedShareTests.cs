using Harness.Activations;
using Harness.Measurements;
using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class ExplainedShareTests
{
    private static readonly ExplainedShare s_share = new(Examinations.Final, 2);

    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Measure_KnownNoise_IsTheShareOfTheory(string process)
    {
        Planted planted = new(Noise: 0.2);

        Assert.Equal(
            new Spectrum(NoisyCode.Variances(Known.Contexts(process), planted, Examinations.Final.Name, 1)).Share(2),
            s_share.Measure(Examinations.Of(process, planted, s_share)).Value!.Value, 0.05);
    }

    // Two dimensions of belief hold everything; on RRXOR they do not.
    [Fact]
    public void Nulls_AreTheUntrainedNetworkAndTheBeliefItself()
    {
        Examination mess3 = Examinations.Of("mess3", new Planted(Noise: 0), s_share), rrxor = Examinations.Of("rrxor", new Planted(Noise: 0), s_share);

        Assert.Equal(s_share.NullNames(8), s_share.Nulls(rrxor).Keys);
        Assert.Equal(1, s_share.Nulls(mess3)[ExplainedDimensions.ExactBelief].Value!.Value, 1e-9);
        Assert.InRange(s_share.Nulls(rrxor)[ExplainedDimensions.ExactBelief].Value!.Value, 0.4, 0.9);
        // Before training the last token alone varies: one axis of a binary alphabet.
        Assert.Equal(1, s_share.Nulls(rrxor)[Measurement.Untrained].Value!.Value, 1e-6);
    }

    [Fact]
    public void Check_NumberOfComponents_IsBelowTheWidth()
    {
        Assert.Empty(Checked.Of(s_share));
        Assert.Equal("$.components", Assert.Single(Checked.Of(s_share with { Components = 16 })).Path);
        Assert.Equal("$.location", Assert.Single(Checked.Of(s_share with { Location = new Location("nowhere") })).Path);
        Assert.Equal("variance in 2 components @ ln_final", s_share.Label);
    }
}
