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

    private static Dictionary<string, Measurement> Named(string name, Measurement measure) => new() { [name] = measure };

    private static List<Problem> Check(Exceeds comparator, params Control[] controls)
    {
        List<Problem> problems = [];
        comparator.Check(Scope.Root("a.json", null, problems), Sample.Claim(comparator) with { Controls = controls }, Examinations.Context("rrxor"));
        return problems;
    }
}
