using Harness.Activations;
using Harness.Claims;
using Harness.Measurements;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Claims;

public sealed partial class ExceedsTests
{
    // The levels differ by far more from seed to seed than the differences do: only pairing sees them.
    [Fact]
    public void Compare_PairedDifferences_IgnoreWhatReplicatesShare()
    {
        ReplicateValue[] replicates = [Pair(0.30, 0.10), Pair(0.61, 0.40), Pair(0.89, 0.70)];

        Comparison comparison = Assert.Single(new Exceeds(0.15, ["table-3"]).Compare(replicates, _ => true, new PairedT()));

        Assert.Equal(Side.Accept, comparison.Side);
        Assert.Equal(0.2, comparison.Estimate!.Mean, 1e-12);
        Assert.Equal(0.15, comparison.Bound);
    }

    [Fact]
    public void Compare_Arms_AreComparedSeedBySeed()
    {
        ReplicateValue[] replicates = [.. Enumerable.Range(0, 3).Select(i => Sample.Replicate(0.5 + (0.1 * i), 0, ("arm:wide", 0.3 + (0.1 * i))))];

        Comparison comparison = Assert.Single(new Exceeds(0.1, RivalArms: ["wide"]).Compare(replicates, _ => true, new PairedT()));

        Assert.Equal(("arm:wide", Side.Accept, 0.2), (comparison.Rival, comparison.Side, Math.Round(comparison.Estimate!.Mean, 12)));
        Assert.Equal("+0.1 over arm:wide", comparison.Needs);
    }

    [Theory]
    [InlineData(0.30, "accept")]
    [InlineData(0.31, "reject")]
    public void Compare_EqualDifferences_AreDecidedAtTheMargin(double margin, string side) =>
        Assert.Equal(side, Assert.Single(new Exceeds(margin, ["table-3"]).Compare([Pair(0.75, 0.45), Pair(0.75, 0.45), Pair(0.75, 0.45)], _ => true, new PairedT()))
            .Side.ToString().ToLowerInvariant());

    [Fact]
    public void Compare_SeveralNulls_HasOneComparisonForEach()
    {
        ReplicateValue[] replicates = [.. Enumerable.Repeat(Sample.Replicate(0.8, 0, ("a", 0.1), ("b", 0.7)), 3)];

        Assert.Equal([("a", Side.Accept), ("b", Side.Reject)], new Exceeds(0.2, ["a", "b"]).Compare(replicates, _ => true, new PairedT()).Select(c => (c.Rival!, c.Side)));
    }

    // The best is chosen in each replicate: 0.8 − 0.6, 0.8 − 0.7, 0.8 − 0.5.
    [Fact]
    public void Compare_BestNull_IsTheBestListedOneOfEachReplicate()
    {
        ReplicateValue[] replicates =
        [
            Sample.Replicate(0.8, 0, ("a", 0.1), ("b", 0.6), ("unlisted", 0.79)), Sample.Replicate(0.8, 0, ("a", 0.7), ("b", 0.2)), Sample.Replicate(0.8, 0, ("a", 0.5), ("b", 0.5)),
        ];

        IReadOnlyList<Comparison> comparisons = new Exceeds(0, ["a", "b", "best-null"]).Compare(replicates, _ => true, new PairedT());

        Assert.Equal(["a", "b", "best-null"], comparisons.Select(c => c.Rival));
        Assert.Equal(0.2, comparisons[2].Estimate!.Mean, 1e-12);
    }

    [Fact]
    public void Compare_MeasureWhereSmallerIsBetter_TakesNullMinusValue()
    {
        ReplicateValue[] replicates = [.. Enumerable.Repeat(Sample.Replicate(0.01, 0, ("a", 0.05), ("b", 0.2)) with { HigherIsBetter = false }, 3)];

        Assert.Equal([0.04, 0.19, 0.04], new Exceeds(0, ["a", "b", "best-null"]).Compare(replicates, _ => true, new PairedT()).Select(c => Math.Round(c.Estimate!.Mean, 12)));
    }

    // 0.99 leaves a tenth of what 0.90 leaves unexplained.
    [Fact]
    public void Compare_LogErrorRatio_MeasuresWhatIsLeftUnexplained()
    {
        Exceeds comparator = new(Math.Log(9), ["table-3"], Scale: ComparisonScale.LogErrorRatio);

        Comparison comparison = Assert.Single(comparator.Compare([Pair(0.99, 0.9), Pair(0.999, 0.99), Pair(0.95, 0.5)], _ => true, new PairedT()));

        Assert.Equal(Math.Log(10), comparison.Estimate!.Mean, 1e-9);
        Assert.Equal(Side.Accept, comparison.Side);
        Assert.Contains("log-error", comparison.Needs, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_LogErrorRatioOfAPerfectValue_IsUndefined() =>
        Assert.NotNull(Assert.Single(new Exceeds(0, ["table-3"], Scale: ComparisonScale.LogErrorRatio).Compare([Pair(1, 0.9), Pair(1, 0.9), Pair(1, 0.9)], _ => true, new PairedT())).Undefined);

    [Fact]
    public void Compare_Locations_AreExpandedOverWhatWasMeasured()
    {
        ReplicateValue[] replicates = [.. Enumerable.Repeat(Sample.Replicate(0.8, 0, ("table-3", 0.9), ("blocks.0.hook_resid_post", 0.3), ("blocks.1.hook_resid_post", 0.7)), 3)];

        IReadOnlyList<Comparison> comparisons = new Exceeds(0.2, null, [new Location("blocks.*.hook_resid_post")]).Compare(replicates, _ => true, new PairedT());

        Assert.Equal([("blocks.0.hook_resid_post", Side.Accept), ("blocks.1.hook_resid_post", Side.Reject)], comparisons.Select(c => (c.Rival!, c.Side)));
    }

    [Fact]
    public void Compare_ReplicateThatDoesNotCount_ExceedsByNothing()
    {
        ReplicateValue[] replicates = [Pair(0.9, 0.5) with { Seed = 1 }, Pair(0.9, 0.5) with { Seed = 2 }, Pair(0.9, 0.5) with { Seed = 3 }, Pair(0.9, 0.5) with { Seed = 4 }];

        Assert.Equal(0.3, Assert.Single(new Exceeds(0, ["table-3"]).Compare(replicates, replicate => replicate.Seed != 2, new PairedT())).Estimate!.Mean, 1e-12);
    }

    [Fact]
    public void Compare_NullOrValueUndefined_HasNoEstimateAndSaysWhich()
    {
        ReplicateValue[] noNull = [.. Enumerable.Repeat(Sample.Replicate(0.8), 3)], noValue = [.. Enumerable.Repeat(Sample.Replicate(null, 0, ("table-3", 0.5)), 3)];

        Assert.Equal("seed 1: table-3: 'table-3' was not measured", Assert.Single(new Exceeds(0, ["table-3"]).Compare(noNull, _ => true, new PairedT())).Undefined);
        Assert.Equal("seed 1: not measured", Assert.Single(new Exceeds(0, ["table-3"]).Compare(noValue, _ => true, new PairedT())).Undefined);
        Assert.Contains("best-null", new Exceeds(0, ["table-3", "best-null"]).Compare(noNull, _ => true, new PairedT())[1].Undefined, StringComparison.Ordinal);
    }

    [Fact]
    public void Needs_OfEverySortOfRival_ListsThemAll()
    {
        Exceeds all = new(0.25, ["table-3", "best-null"], [new Location("blocks.*")], RivalMeasures: new Dictionary<string, Measurement> { ["gap"] = new LossGap() },
            RivalControls: ["rival"], RivalArms: ["wide"]);

        Assert.Equal("+0.25 over table-3, best-null, blocks.*, arm:wide, gap, control:rival", all.Needs);
        Assert.Equal("more than table-3, table-2", new Exceeds(0, ["table-3", "table-2"]).Needs);
        Assert.Equal("+0.5 log-error over table-3", new Exceeds(0.5, ["table-3"], Scale: ComparisonScale.LogErrorRatio).Needs);
        Assert.Equal(["table-3"], all.Nulls);
        Assert.Equal("", new Exceeds(0).Needs["more than ".Length..]);
    }

    // Without replicates, and where nothing of a pattern was measured, the pattern stands for itself.
    [Fact]
    public void Rivals_OfAPatternWithoutMeasurements_AreThePattern()
    {
        Exceeds comparator = new(0, ["a"], [new Location("blocks.*")]);

        Assert.Equal(["a", "blocks.*"], comparator.Rivals([]));
        Assert.Equal(["a", "blocks.*"], comparator.Rivals([Sample.Replicate(1, 0, ("a", 1))]));
        Assert.Equal(["a", "blocks.*"], comparator.Compare([], _ => true, new PairedT()).Select(comparison => comparison.Rival));
        Assert.Equal(["b"], new Exceeds(0, ["b", "b"]).Compare([], _ => true, new PairedT()).Select(comparison => comparison.Rival));
    }

    [Fact]
    public void Rivals_OfEverySort_AreInTheirOrder() => Assert.Equal(
        ["a", "hook_embed", "arm:wide", "gap", "control:rival"],
        new Exceeds(0, ["a"], [new Location("hook_embed")], RivalMeasures: new Dictionary<string, Measurement> { ["gap"] = new LossGap() }, RivalControls: ["rival"], RivalArms: ["wide"])
            .Rivals([Sample.Replicate(1, 0, ("a", 1), ("hook_embed", 1))]));

    // The reason is that of the null that is missing, not of the comparison with the best of all.
    [Fact]
    public void Compare_BestOfNullsOfWhichOneIsUndefined_IsUndefined()
    {
        ReplicateValue[] replicates = [.. Enumerable.Repeat(Sample.Replicate(0.9, 0, ("a", 0.5)), 3)];

        Assert.Equal("seed 1: best-null: 'b' was not measured", new Exceeds(0, ["a", "b", "best-null"]).Compare(replicates, _ => true, new PairedT())[2].Undefined);
    }

    private static ReplicateValue Pair(double value, double table) => Sample.Replicate(value, 0, ("table-3", table));
}
