using Harness.Activations;
using Harness.Measurements;
using Harness.Numerics;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class DistanceAgreementTests
{
    private static readonly DistanceAgreement s_beliefs = new(Examinations.Final);
    private static readonly DistanceAgreement s_laws = new(Examinations.Final, Target.NextToken);

    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Measure_PlantedTruthWithLittleNoise_IsNearOne(string process)
    {
        foreach (DistanceAgreement measure in new[] { s_beliefs, s_laws, s_beliefs with { Weighting = Weighting.UniformRows, Fit = Fit.InSample } })
        {
            Assert.InRange(measure.Measure(Examinations.Of(process, new Planted(Noise: 0.01), measure)).Value!.Value, 0.99, 1);
        }
    }

    // Against the decoder that knows map and noise, on the same noisy activations, over explicit pairs.
    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    [InlineData("z1r")]
    public void Measure_KnownNoise_GivesWhatTheBestDecoderGives(string process)
    {
        (double theory, double measured) = ExplicitPairs.OfNoisyCode(process, s_beliefs, PairQuantity.Distance);

        Assert.InRange(theory, 0.1, 0.98);
        Assert.Equal(theory, measured, 0.06);
    }

    [Fact]
    public void Nulls_OfPlantedTruth_AreFarBelow()
    {
        Examination examination = Examinations.Of("rrxor", new Planted(), s_beliefs);

        IReadOnlyDictionary<string, Measured> nulls = s_beliefs.Nulls(examination);

        Assert.Equal(s_beliefs.NullNames(8), nulls.Keys);
        Assert.InRange(nulls[Measurement.Shuffled].Value!.Value, -0.1, 0.1);
        Assert.InRange(nulls[Measurement.Permuted].Value!.Value, -0.2, 0.6);
        Assert.InRange(nulls[Measurement.Untrained].Value!.Value, -0.1, 0.5);
        Assert.InRange(nulls[TheoryNulls.NextToken].Value!.Value, 0, 0.6);
        Assert.All(nulls.Values, value => Assert.NotNull(value.Value));
    }

    // A network that is nothing but its output law: the null says what it scores, and law distances are perfect.
    [Fact]
    public void Measure_OfTheExactLawItself_IsTheNullNextToken()
    {
        Written law = new(2, (tree, node) =>
        {
            double[] values = new double[2];
            tree.NextToken(node, values);
            return values;
        });
        Examination beliefs = Examinations.Of("rrxor", law, s_beliefs);

        Assert.Equal(s_beliefs.Nulls(beliefs)[TheoryNulls.NextToken].Value!.Value, s_beliefs.Measure(beliefs).Value!.Value, 1e-4);
        Assert.Equal(1, s_laws.Measure(Examinations.Of("rrxor", law, s_laws)).Value!.Value, 1e-5);
    }

    // The belief's distances and the law's differ on RRXOR and agree on Mess3, where the law is an isotropic image of the belief.
    [Theory]
    [InlineData("rrxor", 0, 0.6)]
    [InlineData("mess3", 0.999, 1)]
    public void Measure_DecodedBeliefsAgainstLawDistances_TellsTheTwoGeometriesApart(string process, double low, double high)
    {
        DistanceAgreement across = s_laws with { Decoded = Target.Belief };

        Assert.InRange(across.Measure(Examinations.Of(process, new Planted(Noise: 0.001), across)).Value!.Value, low, high);
        Assert.Equal("next-token distance R² @ ln_final, of decoded belief", across.Label);
    }

    // No geometry: a random vector for each mixed state tells all of them apart.
    [Fact]
    public void Measure_CodeWithoutGeometry_FailsWhereBeliefsAreHeldOut()
    {
        RandomStream random = new(8);
        double[][] code = [.. Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 64).Select(_ => random.NextNormal()).ToArray())];
        Written nominal = new(64, (_, node) => code[Known.Contexts("rrxor").StateOf![node]]);
        DistanceAgreement byBelief = s_beliefs with { Partition = Partition.Belief };

        Assert.InRange(byBelief.Measure(Examinations.Of("rrxor", nominal, byBelief)).Value!.Value, -0.3, 0.3);
    }

    [Fact]
    public void Details_OfAMeasurement_SayHowManyPairsAndWhichLine()
    {
        IReadOnlyDictionary<string, double> details = s_beliefs.Details(Examinations.Of("z1r", new Planted(Noise: 0.001), s_beliefs));

        double contexts = Known.Contexts("z1r").Count;
        Assert.Equal((contexts, contexts * (contexts - 1) / 2), (details["contexts"], details["pairs"]));
        Assert.Equal(details["pairs"], details["possiblePairs"]);
        Assert.Equal((1, 0), (Math.Round(details["slope"], 1), Math.Round(details["intercept"], 1)));
        Assert.InRange(details["decodedRSquared"], 0.99, 1);
        Assert.Equal(["effectiveDimensions", "fittingContexts"], details.Keys.Take(2));
    }

    [Fact]
    public void Measure_ManyContexts_DrawsPairsAndStillFindsTheTruth()
    {
        ContextTable contexts = Known.Contexts(KnownProcesses.Mess3(0.05, 0.85), 8);

        Examination examination = Examinations.Of(contexts, new TheoryNulls(contexts), new Planted(Noise: 0.01), s_beliefs);

        Assert.InRange(s_beliefs.Measure(examination).Value!.Value, 0.99, 1);
        Assert.Equal(ContextPairs.SampleSize, s_beliefs.Details(examination)["pairs"]);
        Assert.Equal(9840.0 * 9839 / 2, s_beliefs.Details(examination)["possiblePairs"]);
    }

    [Fact]
    public void Check_LocationAndWidth_AreLookedAt()
    {
        Assert.Equal("$.location", Assert.Single(Checked.Of(new DistanceAgreement(new Location("blocks.9.hook_resid_post")))).Path);
        Assert.Empty(Checked.Of(s_laws));
        Assert.Equal(new DistanceAgreement(new Location("hook_embed"), Target.NextToken), s_laws.At(new Location("hook_embed")));
    }
}
