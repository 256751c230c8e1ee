using Harness.Activations;
using Harness.Measurements;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class InterventionTests
{
    private static readonly Intervention s_now = new(Examinations.Final, 4), s_later = s_now with { Later = 2 };

    // A network that goes by its belief says what theory says of the belief that it is given, also when more tokens have come.
    [Theory]
    [InlineData("rrxor", 0)]
    [InlineData("rrxor", 2)]
    [InlineData("mess3", 1)]
    public void Measure_BeliefThatIsUsed_MovesThePredictions(string process, int later)
    {
        Intervention measure = s_now with { Later = later };
        Examination examination = Examinations.Of(process, new Planted(), measure);

        IReadOnlyDictionary<string, Measured> nulls = measure.Nulls(examination);

        Assert.InRange(measure.Measure(examination).Value!.Value, 0.95, 1);
        Assert.InRange(nulls[Intervention.Interchange].Value!.Value, 0.95, 1);
        Assert.InRange(nulls[Intervention.RandomDirection].Value!.Value, -3, 0.6);
        Assert.Equal(0, nulls[Measurement.Untrained].Value!.Value, 1e-9);
        Assert.Equal(measure.NullNames(8), nulls.Keys);
    }

    // The law of RRXOR's next token says little of the belief: going its way may do for the next prediction, and not for those after.
    [Fact]
    public void Nulls_DirectionOfTheLaw_DoesNotCarryTheBelief()
    {
        Examination examination = Examinations.Of("rrxor", new Planted(), s_later);

        Assert.True(s_later.Nulls(examination)[Intervention.NextTokenDirection].Value < s_later.Measure(examination).Value - 0.3);
    }

    [Fact]
    public void Measure_BeliefThatIsThereAndNotUsed_MovesNothing()
    {
        Examination examination = Examinations.Of("rrxor", new Planted(Code: new UnusedBeliefCode()), s_now);

        Assert.Equal(0, s_now.Measure(examination).Value!.Value, 1e-9);
        Assert.Equal(s_now.Details(examination)["actualBeforeNats"], s_now.Details(examination)["actualAfterNats"], 1e-12);
    }

    // What theory allows: after the edit the network is as far from the law of its own context as it was from the other's before.
    [Fact]
    public void Details_Divergences_TradePlaces()
    {
        IReadOnlyDictionary<string, double> details = s_now.Details(Examinations.Of("rrxor", new Planted(Noise: 1e-4), s_now));

        Assert.Equal(0, details["actualBeforeNats"], 1e-6);
        Assert.Equal(0, details["counterfactualAfterNats"], 1e-3);
        Assert.InRange(details["counterfactualBeforeNats"], 0.01, 10);
        Assert.Equal(details["counterfactualBeforeNats"], details["actualAfterNats"], 1e-2);
    }

    [Fact]
    public void Check_WhatCannotBeEdited_SaysWhere()
    {
        Assert.Empty(Check(s_later));
        Assert.Equal(["$.location"], Check(s_now with { Location = new Location("concat(blocks.*.hook_resid_post)") }));
        Assert.Equal(["$.length"], Check(s_now with { Length = 0 }));
        Assert.Equal(["$.length"], Check(s_now with { Length = 7, Later = 2 }));
        Assert.Equal(["$.later"], Check(s_now with { Length = 1, Later = -1 }));
    }

    [Fact]
    public void InTheory_WhereTheLawTellsTheBelief_NothingExceedsItsDirection()
    {
        Assert.Equal(1, s_now.InTheory(Intervention.NextTokenDirection, Examinations.Context("mess3"))!.Value);
        Assert.Null(s_now.InTheory(Intervention.NextTokenDirection, Examinations.Context("rrxor")));
        Assert.Null(s_now.InTheory(Intervention.RandomDirection, Examinations.Context("mess3")));
    }

    private static IEnumerable<string> Check(Intervention measure)
    {
        List<Problem> problems = [];
        measure.Check(Scope.Root("a.json", null, problems), Examinations.Context("rrxor"));
        return problems.Select(problem => problem.Path);
    }
}
