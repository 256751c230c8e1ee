using Harness.Activations;
using Harness.Claims;
using Harness.Specs;
using Harness.Statistics;
using Harness.Tests.Measurements;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class IncreasesWithTests
{
    private static readonly Location[] s_layers = [new("hook_embed"), new("blocks.*.hook_resid_post")];

    // Every replicate rises along the layers, at levels that differ far more between replicates: only within each is there a trend.
    [Theory]
    [InlineData(6, "accept")]
    [InlineData(5, "straddle")]
    public void Compare_RisingLayers_NeedsSixReplicatesThatAgree(int rising, string side)
    {
        ReplicateValue[] replicates = [.. Enumerable.Range(0, 6).Select(i => Row(i, i < rising ? [0.1, 0.2, 0.3] : [0.3, 0.1, 0.2]))];

        Comparison comparison = Assert.Single(new IncreasesWith(0.5, s_layers).Compare(replicates, _ => true, new OrderStatistics()));

        Assert.Equal(side, comparison.Side.ToString().ToLowerInvariant());
        Assert.Equal("τ ≥ 0.5 along hook_embed, blocks.*.hook_resid_post", comparison.Needs);
        Assert.Equal(1, comparison.Estimate!.High);
    }

    // What stands beside the number in a table, also where the number is undefined.
    [Fact]
    public void Compare_EachAssociation_NamesItsQuantity()
    {
        Assert.True(new IncreasesWith(0.5, s_layers).IsPaired);
        Assert.Equal("τ", Assert.Single(new IncreasesWith(0.5, s_layers).Compare([Row(0, 1, 2, 3)], _ => true, new OrderStatistics())).Quantity);
        Assert.Equal("slope", Assert.Single(new IncreasesWith(0.5, s_layers, Association: Association.Slope).Compare([Row(0, 1, 2, 3)], _ => true, new PairedT())).Quantity);
    }

    [Fact]
    public void Compare_Falling_IsRejected() => Assert.Equal(Side.Reject, Assert.Single(new IncreasesWith(0.5, s_layers, Margin: 0.2).Compare(
        [.. Enumerable.Range(0, 6).Select(i => Row(i, 0.3, 0.2, 0.1))], _ => true, new OrderStatistics())).Side);

    // 0.1 for every unit of 1, 2, 3; a tenth of that for every unit of 10, 20, 30.
    [Theory]
    [InlineData(null, 0.1)]
    [InlineData(new[] { 10.0, 20, 30 }, 0.01)]
    public void Compare_Slope_IsInUnitsOfTheCovariate(double[]? covariate, double slope)
    {
        IncreasesWith comparator = new(0, s_layers, Covariate: covariate, Association: Association.Slope);

        Assert.Equal(slope, Assert.Single(comparator.Compare([.. Enumerable.Range(0, 3).Select(i => Row(i, 0.1, 0.2, 0.3))], _ => true, new PairedT())).Estimate!.Mean, 1e-12);
        Assert.StartsWith("slope ≥ 0 along", comparator.Needs, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_TablesOfRisingOrder_AreTakenInTheOrderOfTheClaim()
    {
        ReplicateValue[] replicates = [.. Enumerable.Range(0, 6).Select(_ => Sample.Replicate(0.9, 0, ("table-1", 0.1), ("table-2", 0.4), ("table-3", 0.7)))];

        Assert.Equal(1, Tau("table-1", "table-2", "table-3"));
        Assert.Equal(-1, Tau("table-3", "table-2", "table-1"));

        double Tau(params string[] names) => Assert.Single(new IncreasesWith(0.5, null, names).Compare(replicates, _ => true, new OrderStatistics())).Estimate!.Mean;
    }

    [Fact]
    public void Compare_Arms_ArePointsInTheOrderOfTheClaim()
    {
        ReplicateValue[] replicates = [.. Enumerable.Range(0, 6).Select(_ => Sample.Replicate(0.9, 0, ("arm:a", 0.1), ("arm:b", 0.4), ("table-1", 0.5)))];

        Comparison comparison = Assert.Single(new IncreasesWith(0.5, null, ["table-1"], ArmNames: ["a", "b"]).Compare(replicates, _ => true, new OrderStatistics()));

        Assert.Equal((1.0, "τ ≥ 0.5 along arm:a, arm:b, table-1"), (comparison.Estimate!.Mean, comparison.Needs));
    }

    [Fact]
    public void Compare_ReplicateThatDoesNotCount_HasNoTrend() => Assert.Equal(2 / 3.0, Assert.Single(
        new IncreasesWith(0, s_layers, Association: Association.Rank).Compare(
            [.. Enumerable.Range(0, 3).Select(i => Row(i, 0.1, 0.2, 0.3))], replicate => replicate.Seed != 1, new PairedT())).Estimate!.Mean, 1e-12);

    [Fact]
    public void Compare_AnUndefinedPlace_SaysWhich() => Assert.Equal("seed 1: table-9: 'table-9' was not measured", Assert.Single(
        new IncreasesWith(0.5, null, ["table-1", "table-9"]).Compare([Sample.Replicate(1, 0, ("table-1", 0.5))], _ => true, new OrderStatistics())).Undefined);

    [Fact]
    public void Compare_CovariateOfAnotherLength_IsUndefined() => Assert.Contains("3 places for 2 numbers", Assert.Single(
        new IncreasesWith(0.5, s_layers, Covariate: [1, 2]).Compare([Row(1, 1, 2, 3)], _ => true, new OrderStatistics())).Undefined, StringComparison.Ordinal);

    [Fact]
    public void Check_TrendThatCanBeJudged_FindsNothing()
    {
        Assert.Empty(Check(new IncreasesWith(0.5, s_layers)));
        Assert.Empty(Check(new IncreasesWith(0.5, null, ["table-1", "table-2", "table-3"], [1, 2, 3])));
        Assert.Empty(Check(new IncreasesWith(0, s_layers, Association: Association.Slope), new PairedT()));
    }

    [Fact]
    public void Check_WhatCannotBeATrend_SaysWhere()
    {
        Assert.Equal(["$"], Check(new IncreasesWith(0.5, [new Location("hook_embed")])));
        Assert.Equal(["$.locations[0]", "$"], Check(new IncreasesWith(0.5, [new Location("nowhere")])));
        Assert.Equal(["$.nulls[0]"], Check(new IncreasesWith(0.5, null, ["tables-1", "table-2", "table-3"])));
        Assert.Equal(["$.nulls[3]"], Check(new IncreasesWith(0.5, null, ["table-1", "table-2", "table-3", "best-null"])));
        Assert.Equal(["$.covariate"], Check(new IncreasesWith(0.5, s_layers, Covariate: [1, 2])));
        Assert.Equal(["$.covariate"], Check(new IncreasesWith(0.5, s_layers, Covariate: [1, 2, 2, 1])));
        Assert.Equal(["$.threshold"], Check(new IncreasesWith(2, s_layers)));
        Assert.Equal(["$.margin"], Check(new IncreasesWith(0.5, s_layers, Margin: -1)));
    }

    [Fact]
    public void Check_WhatCannotBeATrend_IsSaidWithItsRemedy()
    {
        Assert.Equal(
            new Finding("SPEC032", "A trend needs at least 3 places; the claim names 2.", "Name more places, or use \"exceeds\" for two."),
            Assert.Single(Problems(new IncreasesWith(0.5, [new Location("hook_embed")], ["table-1"]))).Finding);
        Assert.Equal(
            new Finding("SPEC032", "'covariate' must have 4 numbers, one for each place, and at least 3 different ones.", "Leave it out to use 1, 2, …"),
            Assert.Single(Problems(new IncreasesWith(0.5, s_layers, Covariate: [1, 2, 3]))).Finding);
        Assert.Equal(
            new Finding(
                "SPEC032", "A rank association is often the same in every replicate, and the interval 'paired-t 0.95' then has no width: it would decide without evidence.",
                "Use { \"kind\": \"order-statistics\" } or { \"kind\": \"proportion\", … }, or \"association\": \"slope\"."),
            Assert.Single(Problems(new IncreasesWith(0.5, s_layers), new PairedT())).Finding);
        Assert.Equal("SPEC007", Assert.Single(Problems(new IncreasesWith(0.5, null, ["table-1", "table-2", "table-3", "best-null"]))).Finding.Code);
    }

    // A rank association lies between −1 and 1; a slope has no ends.
    [Theory]
    [InlineData(-1, "Rank", true)]
    [InlineData(1, "Rank", true)]
    [InlineData(-1.01, "Rank", false)]
    [InlineData(1.01, "Rank", false)]
    [InlineData(2, "Slope", true)]
    [InlineData(double.NaN, "Slope", false)]
    public void Check_Threshold_IsOneThatCanBeReached(double threshold, string association, bool sound) => Assert.Equal(
        sound ? [] : ["$.threshold"], Check(new IncreasesWith(threshold, s_layers, Association: Enum.Parse<Association>(association))));

    [Fact]
    public void Check_Places_AreCountedOverAllSorts()
    {
        Assert.Empty(Check(new IncreasesWith(0.5, [new Location("hook_embed")], ["table-1", "table-2"])));
        Assert.Empty(Check(new IncreasesWith(0.5, s_layers, Covariate: [1, 2, 2, 5])));
        Assert.Equal(["$.arms[0]", "$.arms[1]"], Check(new IncreasesWith(0.5, null, ["table-1"], ArmNames: ["a", "b"])));
    }

    // All replicates with τ = 1 leave a t-interval no width: it would support what is true of half of all networks.
    [Fact]
    public void Check_RankWithAnIntervalThatTiesDeceive_IsInconsistent() => Assert.Equal(["$.association"], Check(new IncreasesWith(0.5, s_layers), new PairedT()));

    private static List<string> Check(IncreasesWith comparator, Interval? interval = null) => [.. Problems(comparator, interval).Select(problem => problem.Path)];

    private static List<Problem> Problems(IncreasesWith comparator, Interval? interval = null)
    {
        List<Problem> problems = [];
        comparator.Check(
            Scope.Root("a.json", null, problems), Sample.Claim(comparator) with { Interval = interval ?? new OrderStatistics() }, Examinations.Context("rrxor", new Planted(Layers: 3)));
        return problems;
    }

    private static ReplicateValue Row(int seed, params double[] values) => Sample.Replicate(
        0.9, 0, ("table-3", 0.5), ("hook_embed", seed + values[0]), ("blocks.0.hook_resid_post", seed + values[1]), ("blocks.1.hook_resid_post", seed + values[2])) with
    { Seed = seed };
}
