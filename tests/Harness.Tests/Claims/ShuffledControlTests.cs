using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

/// <summary>Both kinds of destroyed truth. That they refute is tested where replicates are examined.</summary>
public sealed class ShuffledControlTests
{
    private static readonly Control[] s_kinds = [new ShuffledControl(), new PermutedControl()];

    [Fact]
    public void Check_MeasureThatDecodesNothing_IsInconsistent() => Assert.All(s_kinds, control =>
    {
        Assert.Single(Check(control, Sample.Claim(new AtMost(0.01)) with { Measure = new LossGap() }));
        Assert.Empty(Check(control, Sample.Claim(new AtLeast(0.9))));
    });

    [Fact]
    public void Check_ComparatorThatDoesNotReadTheValue_IsInconsistent() => Assert.All(s_kinds, control =>
        Assert.Single(Check(control, Sample.Claim(new IncreasesWith(0.5, NullNames: ["table-1", "table-2", "table-3"])))));

    [Fact]
    public void Check_WhatIsInconsistent_IsSaidWithItsRemedy()
    {
        Assert.Equal(
            new Finding("SPEC032", "The measure decodes nothing that could be permuted, so this control has no value.", "Remove the control."),
            Assert.Single(Check(new PermutedControl(), Sample.Claim(new AtMost(0.01)) with { Measure = new LossGap() })).Finding);
        Assert.Equal(
            new Finding("SPEC032", "The claim compares places with each other and not its own value, so this control would read the same as the claim.", "Remove the control."),
            Assert.Single(Check(new ShuffledControl(), Sample.Claim(new IncreasesWith(0.5, NullNames: ["table-1", "table-2", "table-3"])))).Finding);
    }

    [Fact]
    public void Read_EachKind_IsTheNullOfItsName()
    {
        ReplicateValue replicate = Sample.Replicate(0.9, 0, ("shuffled", 0.1), ("permuted", 0.2));

        Assert.Equal([0.1, 0.2], s_kinds.Select(control => control.Read(Sample.Claim(new AtLeast(0.5)), replicate, null!).Value.Value!.Value));
        Assert.All(s_kinds, control => Assert.Equal(Expectation.Refuted, control.Expect));
    }

    private static List<Problem> Check(Control control, Claim claim)
    {
        List<Problem> problems = [];
        control.Check(Scope.Root("a.json", null, problems), claim, Examinations.Context("rrxor"));
        return problems;
    }
}
