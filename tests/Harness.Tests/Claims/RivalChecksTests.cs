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
        Dictionary<string, INetworkShape> arms = new() { ["wide"] = new Planted(DModel: 32), ["deep"] = new Planted(Layers: 3) };
        Exceeds wide = new(0, RivalArms: ["wide", "deep"]);

        Assert.Empty(Check(wide, arms, Sample.Probe));
        Assert.Equal("SPEC007", Assert.Single(Check(new Exceeds(0, RivalArms: ["wider"]), arms, Sample.Probe)).Finding.Code);
        Assert.Contains("has none", Assert.Single(Check(wide with { RivalArms = ["wide"] }, [], Sample.Probe)).Finding.What, StringComparison.Ordinal);
        Assert.Equal(["$.arms[0].location"], Check(wide, arms, new AffineProbe(new Location("blocks.2.hook_resid_post"))).Select(problem => problem.Path));
    }

    [Fact]
    public void Findings_OfEverySort_SayWhatToDo()
    {
        Assert.Equal(
            new Finding("SPEC032", "'best-null' is the best of the nulls that the claim lists, and it lists no other.", "List the nulls beside it: [\"untrained\", \"table-3\", \"best-null\"]."),
            Assert.Single(Check(new Exceeds(0, ["best-null"]))).Finding);
        Assert.Equal(
            new Finding("SPEC032", "'table-3' cannot name a measurement: a null or a location is called so.", "Give it another name."), Assert.Single(Check(new Exceeds(0, RivalMeasures: Named("table-3", s_suffix)))).Finding);
        Assert.Equal(
            new Finding("SPEC032", "'gap' cannot be compared with the claim's measure: of one more is better, of the other less.", "Compare two measures of the same sort."),
            Assert.Single(Check(new Exceeds(0, RivalMeasures: Named("gap", new LossGap())))).Finding);
        Assert.Equal(
            new Finding("SPEC032", "'nominal' is none of the claim's controls: it has none.", "Add the control to the claim's \"controls\"."), Assert.Single(Check(new Exceeds(0, RivalControls: ["nominal"]))).Finding);
        Assert.Equal(
            new Finding("SPEC032", "'wide' is no arm of the experiment: it has none.", "Add \"arms\" to the experiment, with what differs in each."),
            Assert.Single(Check(new Exceeds(0, RivalArms: ["wide"]), [], Sample.Probe)).Finding);
    }

    // What is unknown is held against everything that could have been meant.
    [Fact]
    public void Findings_OfUnknownNames_ProposeWhatIsKnown()
    {
        Assert.Equal("Did you mean 'best-null'?", Assert.Single(Check(new Exceeds(0, ["best-nul", "untrained"]))).Finding.Remedy);
        Assert.Equal("Did you mean 'planted-nominal'?", Assert.Single(Check(new Exceeds(0, RivalControls: ["planted-nominel"]), new PlantedNominalControl())).Finding.Remedy);
        Assert.Equal("Did you mean 'wide'?", Assert.Single(Check(new Exceeds(0, RivalArms: ["wid"]), new() { ["wide"] = new Planted() }, Sample.Probe)).Finding.Remedy);
    }

    [Fact]
    public void Findings_OfSeveralNames_StandAtEach()
    {
        Assert.Equal(["$.nulls[0]", "$.nulls[2]"], Check(new Exceeds(0, ["x", "untrained", "y"])).Select(problem => problem.Path));
        Assert.Equal(["$.controls[1]"], Check(new Exceeds(0, RivalControls: ["planted-nominal", "y"]), new PlantedNominalControl()).Select(problem => problem.Path));
        Assert.Equal(["$.locations[1]"], Check(new Exceeds(0, null, [new Location("ln_final"), new Location("blocks.7.hook_resid_post")])).Select(problem => problem.Path));
        Assert.Equal("SPEC012", Assert.Single(Check(new Exceeds(0, null, [new Location("blocks.7.hook_resid_post")]))).Finding.Code);
    }

    // A loss gap has no location to be compared at.
    [Fact]
    public void Locations_OfAMeasureWithoutLocation_DoNotExist() => Assert.Equal(
        ["$.locations[0]"], Check(new Exceeds(0, null, [new Location("ln_final")]), [], new LossGap()).Select(problem => problem.Path));

    private static List<Problem> Check(Exceeds comparator, Dictionary<string, INetworkShape> arms, Measurement measure)
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
