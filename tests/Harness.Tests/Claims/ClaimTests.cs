using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Statistics;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class ClaimTests
{
    private static readonly Claim s_claim = Sample.Claim(new Exceeds(0.2, ["table-3"]), new Settled()) with { Controls = [new PlantedControl(), new ShuffledControl()] };

    [Fact]
    public void Check_SoundClaim_FindsNothing() => Assert.Empty(Paths(s_claim));

    [Fact]
    public void Check_IntervalThatDoesNotGoWithTheComparator_IsInconsistent()
    {
        Assert.Equal(["$.interval"], Paths(s_claim with { Interval = new StudentT() }));
        Assert.Equal(["$.interval"], Paths(Sample.Claim(new AtLeast(0.9)) with { Interval = new PairedT() }));
    }

    [Fact]
    public void Check_EverythingWrong_ReportsEveryPlace() => Assert.Equal(
        ["$.version", "$.id", "$.measure.location", "$.comparator.margin", "$.interval.level", "$.preconditions[0].maxLossGapNats", "$.controls[1].noise"],
        Paths(s_claim with
        {
            Version = 0,
            Id = " ",
            Measure = new AffineProbe(new Harness.Activations.Location("nowhere")),
            Comparator = new Exceeds(-1, ["table-3"]),
            Interval = new PairedT(2),
            Preconditions = [new Settled(-1)],
            Controls = [new ShuffledControl(), new PlantedControl(Noise: -1)],
        }).Distinct());

    private static List<string> Paths(Claim claim)
    {
        List<Problem> problems = [];
        claim.Check(Scope.Root("a.json", null, problems), Examinations.Context("rrxor"));
        return [.. problems.Select(problem => problem.Path)];
    }
}
