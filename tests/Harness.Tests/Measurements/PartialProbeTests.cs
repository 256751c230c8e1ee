using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class PartialProbeTests
{
    private static readonly PartialProbe s_partial = new(Examinations.Final);

    // The planted network predicts exactly, so that its own law is the exact one: on RRXOR that leaves most of the belief open.
    [Theory]
    [InlineData(Partition.Subtree)]
    [InlineData(Partition.Suffix)]
    public void Measure_PlantedBelief_IsNearlyAllThatTheOutputLeaves(object partition)
    {
        PartialProbe partial = s_partial with { Partition = (Partition)partition };
        Examination examination = Examinations.Of("rrxor", new Planted(), partial);

        IReadOnlyDictionary<string, Measured> nulls = partial.Nulls(examination);

        Assert.InRange(partial.Measure(examination).Value!.Value, 0.98, 1);
        Assert.Equal(partial.NullNames(8), nulls.Keys);
        Assert.All([Measurement.Untrained, Measurement.Shuffled, Measurement.Permuted], name => Assert.InRange(nulls[name].Value!.Value, -0.5, 0.5));
    }

    // What only holds what is about to be said adds nothing to it.
    [Fact]
    public void Measure_PlantedPredictor_IsNothing()
    {
        Examination examination = Examinations.Of("rrxor", new Planted(Code: new PredictorCode()), s_partial);

        Assert.InRange(s_partial.Measure(examination).Value!.Value, -0.15, 0.15);
    }

    // 1 − (1 − R² of both)/(1 − R² of the law), the spread being the same for both.
    [Fact]
    public void Details_Of_HoldBothFits()
    {
        Examination examination = Examinations.Of("rrxor", new Planted(Noise: 0.5), s_partial);

        IReadOnlyDictionary<string, double> details = s_partial.Details(examination);

        Assert.Equal(1 - ((1 - details["rSquaredOfBoth"]) / (1 - details["rSquaredOfTheOutput"])), s_partial.Measure(examination).Value!.Value, 1e-9);
        Assert.Equal(examination.Theory.Of(Weighting.Probability, Partition.Subtree, ContextScope.Trained)["next-token"].Value!.Value, details["rSquaredOfTheOutput"], 1e-3);
    }

    [Fact]
    public void Check_ProcessWhoseLawTellsTheBelief_CannotSeparate()
    {
        Assert.Empty(Check("rrxor", s_partial));
        Assert.Equal(["SPEC030"], Check("mess3", s_partial));
        Assert.Equal(["SPEC012"], Check("rrxor", s_partial with { Location = new Location("nowhere") }));
    }

    private static IEnumerable<string> Check(string process, PartialProbe partial)
    {
        List<Problem> problems = [];
        partial.Check(Scope.Root("a.json", null, problems), Examinations.Context(process));
        return problems.Select(problem => problem.Finding.Code);
    }
}
