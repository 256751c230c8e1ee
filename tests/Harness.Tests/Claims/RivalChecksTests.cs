using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Specs;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

/// <summary>Nulls and locations are tested through the comparators that name them.</summary>
public sealed class RivalChecksTests
{
    private static readonly AffineProbe s_suffix = new(new Location("ln_final"), Partition: Partition.Suffix);

    [Fact]
    public void Measures_OfTheSameSort_AreFine() => Assert.Empty(Check(new Exceeds(0, RivalMeasures: Named("by suffix", s_suffix))));

    [Theory]
    [InlineData("table-3")]
    [InlineData("best-null")]
    [InlineData("ln_final")]
    [InlineData(" ")]
    public void Measures_UnderATakenName_AreRefused(string name) => Assert.Contains("cannot name a measurement", Assert.Single(Check(new Exceeds(0, RivalMeasures: Named(name, s_suffix)))).Finding.What, StringComparison.Ordinal);

    [Fact]
    public void Measures_OfAnotherSort_CannotBeCompared() => Assert.Equal("$.measures.gap", Assert.Single(Check(new Exceeds(0, RivalMeasures: Named("gap", new LossGap())))).Path);

    [Fact]
    public void Measures_ThatCannotBeMeasured_SayWhere() => Assert.Equal(
        "$.measures.lost.location", Assert.Single(Check(new Exceeds(0, RivalMeasures: Named("lost", s_suffix with { Location = new Location("nowhere") })))).Path);

    [Fact]
    public void Controls_OfTheClaim_AreKnownByKind()
    {
        Assert.Empty(Check(new Exceeds(0, RivalControls: ["planted-nominal"]), new PlantedNominalControl()));
        Assert.Equal("SPEC007", Assert.Single(Check(new Exceeds(0, RivalControls: ["nominal"]), new PlantedNominalControl())).Finding.Code);
        Assert.Equal("SPEC032", Assert.Single(Check(new Exceeds(0, RivalControls: ["planted-nominal"]))).Finding.Code);
    }

    [Fact]
    public void Arms_OfTheExperiment_AreKnownByName()
    {
        Dictionary<string, Architecture> arms = new() { ["wide"] = new Planted(DModel: 32), ["deep"] = new Planted(Layers: 3) };
        Exceeds wide = new(0, RivalArms: ["wide", "deep"]);

        Assert.Empty(Check(wide, arms, Sample.Probe));
        Assert.Equal("SPEC007", Assert.Single(Check(new Exceeds(0, RivalArms: ["wider"]), arms, Sample.Probe)).Finding.Code);
        Assert.Contains("has none", Assert.Single(Check(wide with { RivalArms = ["wide"] }, [], Sample.Probe)).Finding.What, StringComparison.Ordinal);
        Assert.Equal(["$.arms[0].location"], Check(wide, arms, new AffineProbe(new Location("blocks.2.hook_resid_post"))).Select(problem => problem.Path));
    }

    private static List<Problem> Check(Exceeds comparator, Dictionary<string, Architecture> arms, Measurement measure)
    {
        List<Problem> problems = [];
        comparator.Check(Scope.Root("a.json", null, problems), Sample.Claim(comparator) with { Measure = measure }, Examinations.Context("rrxor") with { Arms = arms });
        return problems;
    }

    private static Dictionary<string, Measurement> Named(string name, Measurement measure) => new() { [name] = measure };

    private static List<Problem> Check(Exceeds comparator, params Control[] controls)
    {
        List<Problem> problems = [];
        comparator.Check(Scope.Root("a.json", null, problems), Sample.Claim(comparator) with { Controls = controls }, Examinations.Context("rrxor"));
        return problems;
    }
}
