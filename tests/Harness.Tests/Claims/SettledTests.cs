using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class SettledTests
{
    private static readonly TheoryNulls s_theory = Known.Theory("rrxor");

    [Fact]
    public void Bound_SeveralTables_IsHalfTheGapOfTheBest() =>
        Assert.Equal(s_theory.Tables.LossGapNats(3) / 2, new Settled().Bound(Beating("table-2", "table-3", "untrained"), s_theory), 1e-15);

    [Theory]
    [InlineData(1e-4, 1e-4)]
    [InlineData(10.0, null)]
    public void Bound_WithANumber_IsTheStricter(double given, double? bound) =>
        Assert.Equal(bound ?? s_theory.Tables.LossGapNats(2) / 2, new Settled(given).Bound(Beating("table-2"), s_theory), 1e-15);

    [Theory]
    [InlineData(0.01, true)]
    [InlineData(0.010001, false)]
    [InlineData(double.NaN, false)]
    public void Holds_Gap_IsHeldAgainstTheBound(double gap, bool holds) => Assert.Equal(holds, new Settled().Holds(Sample.Claim(new AtLeast(0)), Sample.Replicate(1, gap), 0.01));

    [Fact]
    public void Holds_WithoutNetwork_IsFalse()
    {
        Assert.False(new Settled().Holds(Sample.Claim(new AtLeast(0)), ReplicateReading.Failed(1, "diverged").Value, 1));
        Assert.False(new Settled().Holds(Sample.Claim(new AtLeast(0)), Sample.Replicate(1, 0) with { Failure = "diverged" }, 1));
    }

    // A comparison with an arm that did not learn says nothing.
    [Fact]
    public void Holds_WithArms_AsksTheSameOfThem()
    {
        Claim claim = Sample.Claim(new AtLeast(0));
        ReplicateValue both = Sample.Replicate(1, 0.001) with { Arms = [Sample.Replicate(1, 0.002), Sample.Replicate(1, 0.02)] };

        Assert.False(new Settled().Holds(claim, both, 0.01));
        Assert.True(new Settled().Holds(claim, both, 0.02));
        Assert.Equal(0.02, new Settled().Worst(claim, both));
    }

    [Fact]
    public void Check_WithNothingToBeMeasuredBy_SaysSo()
    {
        Assert.Empty(Check("rrxor", new Settled(), "table-3"));
        Assert.Empty(Check("rrxor", new Settled(0.004), "untrained"));
        Assert.Contains("lists no table null", Assert.Single(Check("rrxor", new Settled(), "untrained")).Finding.What, StringComparison.Ordinal);
        Assert.Equal("$.maxLossGapNats", Assert.Single(Check("rrxor", new Settled(-1), "table-3"), problem => problem.Finding.Code == "SPEC008").Path);
    }

    // On Z1R three tokens predict perfectly: half of no gap is more than any network can promise.
    [Fact]
    public void Check_TableThatPredictsPerfectly_CanNeverHold() =>
        Assert.Contains("can never hold", Assert.Single(Check("z1r", new Settled(), "table-3")).Finding.What, StringComparison.Ordinal);

    [Fact]
    public void Check_WhatIsInconsistent_IsSaidWithItsRemedy()
    {
        Assert.Equal(
            new Finding(
                "SPEC032", "'settled' has nothing to be measured by: the claim lists no table null, and there is no 'maxLossGapNats'.",
                "Add \"maxLossGapNats\", or a null such as \"table-3\" to the comparator."),
            Assert.Single(Check("rrxor", new Settled(), "untrained")).Finding);
        Assert.Equal(
            new Finding(
                "SPEC032", "'settled' can never hold: a table that the claim lists predicts as well as the process allows, and no network has half of that loss gap.",
                "Leave that table out of the comparator: it cannot be exceeded here."),
            Assert.Single(Check("z1r", new Settled(), "table-3")).Finding);
        Assert.Equal("loss gap ≤ 0.0123 nats", new Settled().Words(0.01234));
    }

    [Fact]
    public void Worst_OfNoNumbers_IsNone()
    {
        Assert.Null(new Settled().Worst(Sample.Claim(new AtLeast(0)), ReplicateReading.Failed(1, "diverged").Value));
        Assert.Equal(0.5, new Settled().Worst(Sample.Claim(new AtLeast(0)), Sample.Replicate(1, 0.5) with { Arms = [Sample.Replicate(1, 0.1)] }));
    }

    private static List<Problem> Check(string process, Settled settled, string rival)
    {
        List<Problem> problems = [];
        settled.Check(Scope.Root("a.json", null, problems), Beating(rival), Examinations.Context(process));
        return problems;
    }

    private static Claim Beating(params string[] nulls) => Sample.Claim(new Exceeds(0, nulls));
}
