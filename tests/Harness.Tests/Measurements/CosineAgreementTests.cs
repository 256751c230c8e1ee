using Harness.Activations;
using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class CosineAgreementTests
{
    private static readonly CosineAgreement s_cosines = new(Examinations.Final);

    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Measure_PlantedTruthWithLittleNoise_IsNearOne(string process)
    {
        Assert.InRange(s_cosines.Measure(Examinations.Of(process, new Planted(Noise: 0.01), s_cosines)).Value!.Value, 0.99, 1);
        CosineAgreement published = s_cosines with { Fit = Fit.InSample, Location = new Location("concat(blocks.*.hook_resid_post)") };
        Assert.InRange(published.Measure(Examinations.Of(process, new Planted(Noise: 0.01, Layers: 2), published)).Value!.Value, 0.99, 1);
    }

    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Measure_KnownNoise_GivesWhatTheBestDecoderGives(string process)
    {
        (double theory, double measured) = ExplicitPairs.OfNoisyCode(process, s_cosines, PairQuantity.Cosine);

        Assert.InRange(theory, 0.1, 0.98);
        Assert.Equal(theory, measured, 0.06);
    }

    [Fact]
    public void Nulls_OfPlantedTruth_AreFarBelow()
    {
        IReadOnlyDictionary<string, Measured> nulls = s_cosines.Nulls(Examinations.Of("rrxor", new Planted(), s_cosines));

        Assert.Equal(s_cosines.NullNames(8), nulls.Keys);
        Assert.InRange(nulls[Measurement.Shuffled].Value!.Value, -0.1, 0.1);
        Assert.InRange(nulls[Measurement.Permuted].Value!.Value, -0.2, 0.6);
        Assert.InRange(nulls[TheoryNulls.NextToken].Value!.Value, 0, 0.6);
    }

    [Fact]
    public void Label_SaysWhatAndWhere()
    {
        Assert.Equal("belief cosine R² @ ln_final", s_cosines.Label);
        Assert.Equal("next-token cosine R² @ ln_final, in-sample", (s_cosines with { Decoded = Target.NextToken, Fit = Fit.InSample }).Label);
    }
}
