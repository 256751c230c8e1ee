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

    [Fact]
    public void Check_WithoutPreconditionsAndControls_FindsNothing() => Assert.Empty(Paths(s_claim with { Preconditions = null, Controls = null }));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public void Check_Version_CountsFromOne(int version, bool sound) => Assert.Equal(sound ? [] : ["$.version"], Paths(s_claim with { Version = version }));

    [Fact]
    public void Check_WaiverOfNoDate_IsReportedThere() => Assert.Equal(["$.waived.until"], Paths(s_claim with { Waived = new Waiver("soon", "the maintainers", "a known fault") }));

    [Fact]
    public void Check_WhatIsWrong_IsSaidWithItsRemedy()
    {
        Assert.Equal(
            new Finding("SPEC026", "There are no characters in the claim's id.", "Give the claim an id such as \"mess3/final-residual\"."), Assert.Single(Check(s_claim with { Id = "" })).Finding);
        Assert.Equal(
            new Finding("SPEC032", "The interval 'student-t 0.95' does not go with this comparator.", "Use { \"kind\": \"paired-t\" }: differences are taken within each replicate."),
            Assert.Single(Check(s_claim with { Interval = new StudentT() })).Finding);
        Assert.Equal(
            new Finding("SPEC032", "The interval 'paired-t 0.95' does not go with this comparator.", "Use { \"kind\": \"student-t\" }: there are no differences to pair."),
            Assert.Single(Check(Sample.Claim(new AtLeast(0.9)) with { Interval = new PairedT() })).Finding);
    }

    private static List<string> Paths(Claim claim) => [.. Check(claim).Select(problem => problem.Path)];

    private static List<Problem> Check(Claim claim)
    {
        List<Problem> problems = [];
        claim.Check(Scope.Root("a.json", null, problems), Examinations.Context("rrxor"));
        return problems;
    }
}
