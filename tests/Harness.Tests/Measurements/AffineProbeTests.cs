using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed partial class AffineProbeTests
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

    // No map does better on its own rows than the fitted one, so the decoder that knows map and noise lies between in-sample and held-out.
    [Theory]
    [InlineData(ProbeStatistic.Mse)]
    [InlineData(ProbeStatistic.MseSummed)]
    [InlineData(ProbeStatistic.Rmse)]
    [InlineData(ProbeStatistic.RmseSummed)]
    public void Measure_ErrorsAtKnownNoise_GiveWhatTheoryPredicts(object statistic)
    {
        Planted planted = new(DModel: 4, Noise: 0.3);
        AffineProbe probe = s_probe with { Statistic = (ProbeStatistic)statistic };
        ContextTable contexts = Known.Contexts("mess3");
        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.Trained);
        double theory = Enumerable.Range(1, 4).Average(seed => (ProbeStatistic)statistic switch
        {
            ProbeStatistic.Mse => Summed(seed) / 3,
            ProbeStatistic.MseSummed => Summed(seed),
            ProbeStatistic.Rmse => Math.Sqrt(Summed(seed) / 3),
            _ => Math.Sqrt(Summed(seed)),
        });
        double heldOut = Enumerable.Range(1, 4).Average(seed => probe.Measure(Examinations.Of("mess3", planted, probe, seed)).Value!.Value);
        AffineProbe fitted = probe with { Fit = Fit.InSample };
        double inSample = Enumerable.Range(1, 4).Average(seed => fitted.Measure(Examinations.Of("mess3", planted, fitted, seed)).Value!.Value);

        Assert.InRange(inSample / theory, 0.9, 1);
        Assert.InRange(heldOut / theory, 1, 1.2);
        Assert.False(probe.HigherIsBetter);

        double Summed(int seed) => NoisyCode.BestDecoded(contexts, planted, Examinations.Final.Name, seed)
            .Select((row, context) => weights[context] * row.Zip(contexts.Belief(context).ToArray(), (a, b) => (a - b) * (a - b)).Sum()).Sum();
    }

    [Fact]
    public void Nulls_OfAnError_AreErrorsOfTheSameRows()
    {
        AffineProbe mse = s_probe with { Statistic = ProbeStatistic.Mse };
        Examination examination = Examinations.Of("rrxor", new Planted(), mse);
        double variance = Spread("rrxor") / 5;

        IReadOnlyDictionary<string, Measured> nulls = mse.Nulls(examination), shares = s_probe.Nulls(examination);

        Assert.Equal(mse.NullNames(8), nulls.Keys);
        Assert.Equal(mse.NullNames(8), s_probe.NullNames(8));
        // The spread of a held-out score is about the fit side's mean: a little more than the variance.
        Assert.All(nulls.Keys.Except([Measurement.Shuffled, Measurement.Permuted]), name => Assert.InRange(nulls[name].Value!.Value / ((1 - shares[name].Value!.Value) * variance), 1, 1.02));
    }

    [Fact]
    public void Measure_OnePosition_IsOfThatLengthOnly()
    {
        // Truth to length 5, the last token beyond.
        Written written = new(5, (tree, node) => tree.Length(node) <= 5 ? tree.Belief(node).ToArray() : [.. Enumerable.Range(0, 5).Select(i => i == tree.Symbols[node] ? 0.1 : 0)]);
        double At(int position)
        {
            AffineProbe probe = s_probe with { Position = position };
            return probe.Measure(Examinations.Of("rrxor", written, probe)).Value!.Value;
        }

        Assert.All(Enumerable.Range(6, 3), position => Assert.InRange(At(position), -10, 0.6));
        Assert.All(Enumerable.Range(2, 4), position => Assert.True(At(position) > At(8) + 0.1));
    }

    [Fact]
    public void Measure_PlantedTruth_IsNearOneAtEveryPositionAndCoordinate()
    {
        for (int position = 2; position <= 8; position++)
        {
            AffineProbe probe = s_probe with { Position = position };
            Examination examination = Examinations.Of("rrxor", new Planted(), probe);
            Assert.InRange(probe.Measure(examination).Value!.Value, 0.99, 1);
            Assert.InRange(probe.Nulls(examination)[Measurement.Shuffled].Value!.Value, -1, 0.6);
            Assert.True(position < 5 || probe.Nulls(examination)["table-3"].Value < 0.95);
        }
        foreach (string state in Known.Contexts("rrxor").Tree.Process.States)
        {
            AffineProbe probe = s_probe with { Coordinate = state };
            Examination examination = Examinations.Of("rrxor", new Planted(), probe);
            Assert.InRange(probe.Measure(examination).Value!.Value, 0.99, 1);
            Assert.Equal(probe.NullNames(8), probe.Nulls(examination).Keys);
        }
    }

    [Fact]
    public void Measure_InSample_IsBetterThanHeldOutAndSaysSo()
    {
        AffineProbe inSample = s_probe with { Fit = Fit.InSample, Weighting = Weighting.UniformRows, Contexts = ContextScope.All }, heldOut = inSample with { Fit = Fit.HeldOut };
        Planted planted = new(Noise: 0.5);

        double flattering = inSample.Measure(Examinations.Of("z1r", planted, inSample)).Value!.Value, honest = heldOut.Measure(Examinations.Of("z1r", planted, heldOut)).Value!.Value;

        Assert.InRange(flattering, honest + 0.01, 1);
        Assert.Equal("R² belief @ ln_final, in-sample", inSample.Label);
        Assert.Equal("R² belief @ ln_final", heldOut.Label);
    }

    [Fact]
    public void Measure_NextTokenLaw_IsDecodedFromABeliefAndHasNoNullOfItself()
    {
        AffineProbe law = s_probe with { Target = Target.NextToken };
        Examination examination = Examinations.Of("rrxor", new Planted(), law);

        Assert.InRange(law.Measure(examination).Value!.Value, 0.99, 1);
        Assert.DoesNotContain(TheoryNulls.NextToken, law.NullNames(8));
        Assert.Equal(law.NullNames(8), law.Nulls(examination).Keys);
        Assert.InRange(law.Nulls(examination)[Measurement.Shuffled].Value!.Value, -0.5, 0.2);
        Assert.Null(law.InTheory(TheoryNulls.LastOne, Examinations.Context("rrxor")));
    }

    [Fact]
    public void Details_OfAProbe_HaveEveryConventionCoordinateAndLength()
    {
        AffineProbe probe = s_probe with { Position = 3 };
        IReadOnlyDictionary<string, double> details = probe.Details(Examinations.Of("z1r", new Planted(Noise: 0.3), probe));

        Assert.Equal(details["mse"] * 3, details["mseSummed"], 1e-12);
        Assert.Equal(Math.Sqrt(details["mse"]), details["rmse"], 1e-12);
        Assert.InRange(details["rSquaredInSample"], details["rSquared"], 1);
        Assert.Equal(["rSquared of 0", "rSquared of 1", "rSquared of R"], details.Keys.Where(name => name.Contains(" of ", StringComparison.Ordinal)));
        Assert.Equal(8, details.Keys.Count(name => name.Contains(" at length ", StringComparison.Ordinal)));
        Assert.DoesNotContain(s_probe.Details(Examinations.Of("z1r", new Planted(), s_probe)).Keys, name => name.Contains(" at length ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{ "position": 9 }""", 9, null, "$.position", "9 is out of range: position must be between 1 and 8.")]
    [InlineData("""{ "coordinate": "Q" }""", null, "Q", "$.coordinate", "'Q' is not one of the values")]
    [InlineData("""{ "position": 3, "coordinate": "S" }""", 3, "S", null, null)]
    public void Check_PositionAndCoordinate_MustExist(string json, int? position, string? coordinate, string? path, string? message)
    {
        IReadOnlyList<Problem> problems = Checked.Of(s_probe with { Position = position, Coordinate = coordinate }, json: json);

        Assert.Equal(path is null ? [] : [path], problems.Select(problem => problem.Path));
        Assert.All(problems, problem => Assert.StartsWith(message!, problem.Finding.What, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_InSampleWithAPartition_SaysThatNothingIsHeldOut() => Assert.Contains(
        "holds nothing out",
        Assert.Single(Checked.Of(s_probe with { Fit = Fit.InSample }, json: """{ "fit": "in-sample", "partition": "subtree" }""")).Finding.What, StringComparison.Ordinal);

    // Of one token the first state of Z1R is as likely whatever it was.
    [Fact]
    public void Check_WhatIsTheSameEverywhere_HasNoRSquared()
    {
        AffineProbe constant = s_probe with { Position = 1, Coordinate = "0" };

        Assert.Contains("R² is undefined here", Assert.Single(Checked.Of(constant, "z1r")).Finding.What, StringComparison.Ordinal);
        Assert.Empty(Checked.Of(constant with { Statistic = ProbeStatistic.Mse }, "z1r"));
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

    private static double Spread(string process)
    {
        ContextTable contexts = Known.Contexts(process);
        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.Trained);
        return Enumerable.Range(0, contexts.Tree.Process.StateCount).Sum(state =>
        {
            double mean = Enumerable.Range(0, contexts.Count).Sum(context => weights[context] * contexts.Belief(context)[state]);
            return Enumerable.Range(0, contexts.Count).Sum(context => weights[context] * Math.Pow(contexts.Belief(context)[state] - mean, 2));
        });
    }
}
