using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class AffineProbeTests
{
    private static readonly AffineProbe s_probe = new(Examinations.Final);

    [Theory]
    [InlineData("mess3", Partition.Subtree)]
    [InlineData("mess3", Partition.Suffix)]
    [InlineData("rrxor", Partition.Subtree)]
    [InlineData("rrxor", Partition.Suffix)]
    [InlineData("rrxor", Partition.Belief)]
    public void Measure_PlantedTruthWithLittleNoise_IsNearOne(string process, object partition)
    {
        AffineProbe probe = s_probe with { Partition = (Partition)partition };

        Assert.InRange(probe.Measure(Examinations.Of(process, new Planted(Noise: 0.01), probe)).Value!.Value, 0.995, 1);
    }

    // Held out it can only be a little worse than the best decoder, which is the one that knows map and noise. The fewer contexts weigh much, the
    // more it varies from draw to draw of the noise.
    [Theory]
    [InlineData("mess3", 8, 0.02)]
    [InlineData("rrxor", 16, 0.03)]
    [InlineData("even", 24, 0.06)]
    public void Measure_KnownNoise_GivesWhatTheoryPredicts(string process, int seeds, double within)
    {
        Planted planted = new(DModel: 4, Noise: 0.3);
        double theory = 0, measured = 0;
        for (int seed = 1; seed <= seeds; seed++)
        {
            theory += NoisyCode.RSquared(Known.Contexts(process), planted, Examinations.Final.Name, seed) / seeds;
            measured += s_probe.Measure(Examinations.Of(process, planted, s_probe, seed)).Value!.Value / seeds;
        }

        Assert.InRange(theory, 0.2, 0.9);
        Assert.Equal(theory, measured, within);
    }

    [Fact]
    public void Nulls_OfPlantedTruth_AreFarBelow()
    {
        Examination examination = Examinations.Of("rrxor", new Planted(), s_probe);

        IReadOnlyDictionary<string, Measured> nulls = s_probe.Nulls(examination);

        Assert.Equal(s_probe.NullNames(8), nulls.Keys);
        Assert.InRange(nulls[Measurement.Shuffled].Value!.Value, -0.3, 0.1);
        // A permuted code is still affine in the state's one-hot vector only where the states are few.
        Assert.InRange(nulls[Measurement.Permuted].Value!.Value, -0.3, 0.5);
        // Before training it knows the last token: what "last-1" knows without the position, at most.
        Assert.InRange(nulls[Measurement.Untrained].Value!.Value, 0, nulls[TheoryNulls.LastOne].Value!.Value + 0.1);
        Assert.Equal(examination.Theory.Of(Weighting.Probability, Partition.Subtree, ContextScope.Trained)["table-3"], nulls["table-3"]);
    }

    [Fact]
    public void Measure_EffectiveDimensions_AreThoseOfTheCode()
    {
        IReadOnlyDictionary<string, double> details = s_probe.Details(Examinations.Of("mess3", new Planted(Noise: 1e-6), s_probe));

        Assert.InRange(details["effectiveDimensions"], 2, 16);
        Assert.InRange(details["fittingContexts"], 700, 1091);
    }

    // A coordinate for every context that answers to beliefs near its own: interpolation, which needs as many dimensions as contexts.
    [Fact]
    public void Measure_MoreThanThreeDimensionsForFourContexts_IsSaturated()
    {
        Written written = new(120, (tree, node) => [.. Enumerable.Range(1, 120).Select(centre =>
            Math.Exp(-tree.Belief(node).ToArray().Zip(tree.Belief(centre).ToArray(), (p, q) => (p - q) * (p - q)).Sum() / (2 * 0.01 * 0.01)))]);

        Measured measured = s_probe.Measure(Examinations.Of("mess3-short", written, s_probe));

        Assert.StartsWith("undefined: saturated: 9", measured.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void At_AnotherLocation_ChangesNothingElse() =>
        Assert.Equal(new AffineProbe(new Location("hook_embed"), Partition: Partition.Suffix), (s_probe with { Partition = Partition.Suffix }).At(new Location("hook_embed")));

    [Fact]
    public void InTheory_KnownNull_IsWhatTheoryScores()
    {
        MeasureContext context = Examinations.Context("mess3");

        Assert.Equal(1, s_probe.InTheory(TheoryNulls.NextToken, context)!.Value!.Value, 1e-9);
        Assert.Null(s_probe.InTheory(Measurement.Untrained, context));
        Assert.Null(s_probe.InTheory(TheoryNulls.NextToken, context with { Theory = null }));
    }

    [Theory]
    [InlineData("rrxor", "ln_final", Partition.Subtree, null)]
    [InlineData("rrxor", "concat(blocks.*.hook_resid_post)", Partition.Belief, null)]
    [InlineData("rrxor", "blocks.7.hook_resid_post", Partition.Subtree, "$.location")]
    [InlineData("mess3", "ln_final", Partition.Belief, "$.partition")]
    [InlineData("even", "ln_final", Partition.Belief, "$.partition")]
    [InlineData("coin", "ln_final", Partition.Belief, "$.partition")]
    public void Check_ProbeThatCannotBeMeasured_SaysWhere(string process, string location, object partition, string? path)
    {
        List<Problem> problems = [];

        new AffineProbe(new Location(location), Partition: (Partition)partition).Check(Scope.Root("a.json", null, problems), Examinations.Context(process));

        Assert.Equal(path is null ? [] : [path], problems.Select(problem => problem.Path));
    }
}
