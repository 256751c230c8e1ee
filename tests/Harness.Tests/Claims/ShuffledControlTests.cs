using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

/// <summary>That it refutes is tested where replicates are examined.</summary>
public sealed class ShuffledControlTests
{
    [Fact]
    public void Check_MeasureThatDecodesNothing_IsInconsistent()
    {
        Assert.Single(Check(Sample.Claim(new AtMost(0.01)) with { Measure = new LossGap() }));
        Assert.Empty(Check(Sample.Claim(new AtLeast(0.9))));
    }

    private static List<Problem> Check(Claim claim)
    {
        List<Problem> problems = [];
        new ShuffledControl().Check(Scope.Root("a.json", null, problems), claim, Examinations.Context("rrxor"));
        return problems;
    }
}
