using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class NotSaturatedTests
{
    [Theory]
    [InlineData(30, 100, true)]
    [InlineData(50, 100, true)]
    [InlineData(51, 100, false)]
    [InlineData(10, 0, false)]
    public void Holds_DimensionsForContexts_AreHeldAgainstTheBound(double dimensions, double contexts, bool holds)
    {
        ReplicateValue replicate = Sample.Replicate(0.9) with
        {
            Details = new Dictionary<string, double> { ["effectiveDimensions"] = dimensions, ["fittingContexts"] = contexts },
        };

        Assert.Equal(holds, new NotSaturated(0.5).Holds(Sample.Claim(new AtLeast(0)), replicate, new NotSaturated(0.5).Bound(Sample.Claim(new AtLeast(0)), null!)));
    }

    [Fact]
    public void Holds_WithoutDetails_IsFalse() => Assert.False(new NotSaturated().Holds(Sample.Claim(new AtLeast(0)), Sample.Replicate(0.9), 0.75));

    [Fact]
    public void Check_BoundAndMeasure_MustMakeSense()
    {
        Assert.Empty(Check(new NotSaturated(), Sample.Probe));
        Assert.Equal(["$.maxDimensionsPerContext"], Check(new NotSaturated(0.8), Sample.Probe));
        Assert.Equal(["$"], Check(new NotSaturated(0.1), new LossGap()));
    }

    [Theory]
    [InlineData(0.0009, false)]
    [InlineData(0.001, true)]
    [InlineData(0.75, true)]
    [InlineData(0.7501, false)]
    public void Check_Bound_IsNoMoreThanAProbeMayHave(double bound, bool sound) => Assert.Equal(sound ? [] : ["$.maxDimensionsPerContext"], Check(new NotSaturated(bound), Sample.Probe));

    [Fact]
    public void Check_OfNoProbe_SaysSo()
    {
        List<Problem> problems = [];

        new NotSaturated().Check(Scope.Root("a.json", null, problems), Sample.Claim(new AtLeast(0)) with { Measure = new LossGap() }, Examinations.Context("rrxor"));

        Assert.Equal(new Finding("SPEC032", "Only a probe can be saturated, and the claim's measure is none.", "Remove the precondition."), Assert.Single(problems).Finding);
    }

    [Fact]
    public void Value_WithOneOfTheTwoDetails_IsNone()
    {
        Assert.Null(Value(new() { ["effectiveDimensions"] = 3 }));
        Assert.Null(Value(new() { ["fittingContexts"] = 3 }));
        Assert.Null(Value(new() { ["effectiveDimensions"] = 3, ["fittingContexts"] = 0 }));
        Assert.Equal(1.5, Value(new() { ["effectiveDimensions"] = 3, ["fittingContexts"] = 2 }));

        static double? Value(Dictionary<string, double> details) => new NotSaturated().Value(Sample.Claim(new AtLeast(0)), Sample.Replicate(0.9) with { Details = details });
    }

    [Fact]
    public void Decide_MoreDimensionsThanAsked_IsInconclusiveAndSaysHowMany()
    {
        ReplicateValue[] replicates = [.. Sample.Replicates(0.99, 0.99, 0.99).Select(replicate => replicate with
        {
            Details = new Dictionary<string, double> { ["effectiveDimensions"] = 60, ["fittingContexts"] = 100 },
        })];

        Reason reason = Judge.Decide(Sample.Claim(new AtLeast(0.9), new NotSaturated(0.5)), Sample.Evidence(replicates, 0.5)).Reason;

        Assert.Equal("precondition:not-saturated", reason.Code);
        Assert.StartsWith("0 of 3 replicates are not-saturated (effective dimensions per context ≤ 0.5); worst 0.6", reason.Text, StringComparison.Ordinal);
    }

    private static List<string> Check(NotSaturated precondition, Measurement measure)
    {
        List<Problem> problems = [];
        precondition.Check(Scope.Root("a.json", null, problems), Sample.Claim(new AtLeast(0)) with { Measure = measure }, Examinations.Context("rrxor"));
        return [.. problems.Select(problem => problem.Path)];
    }
}
