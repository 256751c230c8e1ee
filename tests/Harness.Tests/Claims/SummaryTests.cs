using Harness.Claims;
using Harness.Measurements;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Claims;

public sealed class SummaryTests
{
    [Fact]
    public void OfNulls_EveryRival_HasItsOwnValueAndThePairedDifference()
    {
        Claim claim = Sample.Claim(new Exceeds(0.1, ["table-3"]));
        ReplicateValue[] replicates = [Row(0.5, 0.3), Row(0.7, 0.5), Row(0.9, 0.7)];

        IReadOnlyList<NullResult> nulls = Summary.OfNulls(claim, replicates);

        Assert.Equal([("table-3", true), ("untrained", false)], nulls.Select(null_ => (null_.Name, null_.Listed)));
        Assert.Equal(0.5, nulls[0].Estimate!.Mean, 1e-12);
        Assert.Equal(0.2, nulls[0].Difference!.Mean, 1e-12);
        Assert.Equal("paired-t 0.95", nulls[0].Difference!.Interval);
        Assert.Empty(Summary.OfNulls(claim, []));
    }

    [Fact]
    public void OfNulls_SmallerIsBetter_TurnsTheDifference()
    {
        ReplicateValue[] replicates = [.. new[] { Row(0.1, 0.3), Row(0.2, 0.4), Row(0.3, 0.5) }.Select(row => row with { HigherIsBetter = false })];

        Assert.Equal(0.2, Summary.OfNulls(Sample.Claim(new Exceeds(0, ["table-3"])), replicates)[0].Difference!.Mean, 1e-12);
    }

    [Fact]
    public void OfMeasure_UndefinedOrTooFew_IsNothing()
    {
        Assert.Null(Summary.OfMeasure([.. Sample.Replicates(1, 2, 3), Sample.Replicate(null)], new StudentT()));
        Assert.Null(Summary.OfMeasure(Sample.Replicates(1, 2), new StudentT()));
        Assert.Equal(2, Summary.OfMeasure(Sample.Replicates(1, 2, 3), new PairedT())!.Mean, 1e-12);
    }

    [Fact]
    public void Cautions_ReplicateFarOut_IsNamedAndNotRemoved()
    {
        string caution = Assert.Single(Summary.Cautions(Sample.Claim(new AtLeast(0)), Sample.Replicates(0.90, 0.91, 0.92, 0.93, 0.2)));

        Assert.Equal("seed 5 is 35.5 interquartile ranges from the median", caution);
        Assert.Empty(Summary.Cautions(Sample.Claim(new AtLeast(0)), Sample.Replicates(0.5, 0.5, 0.5, 0.5, 0.6)));
    }

    // Four values 0, 1, 2, x: median 1.5, quartiles 0.75 and 2 + (x − 2)/4; x is far out where x − 1.5 exceeds 2.5·(0.75 + x/4), above 9.
    // Five values 0, 1, 2, 3, x: median 2, quartiles 1 and 3; far out above 7. Three say nothing of their spread.
    [Theory]
    [InlineData(new[] { 0.0, 1, 2, 9 }, null)]
    [InlineData(new[] { 0.0, 1, 2, 10 }, "seed 4 is 2.6 interquartile ranges from the median")]
    [InlineData(new[] { 7.0, 0, 1, 2, 3 }, null)]
    [InlineData(new[] { 7.5, 0, 1, 2, 3 }, "seed 1 is 2.8 interquartile ranges from the median")]
    [InlineData(new[] { -4.0, 0, 1, 2, 3 }, null)]
    [InlineData(new[] { -4.2, 0, 1, 2, 3 }, "seed 1 is 2.6 interquartile ranges from the median")]
    [InlineData(new[] { 0.0, 0.001, 1000 }, null)]
    public void Cautions_DistanceFromTheMedian_IsInInterquartileRanges(double[] values, string? caution) =>
        Assert.Equal(caution is null ? [] : [caution], Summary.Cautions(Sample.Claim(new AtLeast(0)), Sample.Replicates(values)));

    [Fact]
    public void OfNulls_UndefinedSomewhere_SaysWhyAndHasNoEstimate()
    {
        NullResult table = Summary.OfNulls(Sample.Claim(new Exceeds(0, ["table-3"])), [Row(0.5, 0.3), Sample.Replicate(0.7), Row(0.9, 0.7)])[0];

        Assert.Equal((null, null, "'table-3' was not measured"), (table.Estimate, table.Difference, table.Undefined));
        Assert.Null(Summary.OfNulls(Sample.Claim(new Exceeds(0, ["table-3"])), [Row(0.5, 0.3), Row(0.9, 0.7)])[0].Undefined);
    }

    [Fact]
    public void OfNulls_ValueUndefined_HasItsOwnEstimateButNoDifference()
    {
        NullResult table = Summary.OfNulls(Sample.Claim(new Exceeds(0, ["table-3"])), [Row(0.5, 0.3), Row(0.7, 0.5), Row(0.9, 0.7) with { Value = Measured.Undefined("no folds") }])[0];

        Assert.Equal((0.5, null), (Math.Round(table.Estimate!.Mean, 12), table.Difference));
    }

    [Fact]
    public void Cautions_ReplicatesWithOneValue_AreSuspicious()
    {
        Assert.Equal(
            ["all 2 replicates have the same value to the last bit: nothing seems to depend on the seed, and the interval has no width"],
            Summary.Cautions(Sample.Claim(new AtLeast(0)), Sample.Replicates(0.5, 0.5)));
        Assert.StartsWith("all 3 replicates have the same value", Assert.Single(Summary.Cautions(Sample.Claim(new AtLeast(0)), Sample.Replicates(0.5, 0.5, 0.5))), StringComparison.Ordinal);
        Assert.Empty(Summary.Cautions(Sample.Claim(new AtLeast(0)), Sample.Replicates(0.5)));
        Assert.Empty(Summary.Cautions(Sample.Claim(new AtLeast(0)), [.. Sample.Replicates(0.5, 0.5), Sample.Replicate(null)]));
    }

    // The claim's own kind of interval where it is one for values; Student's where it is one for differences or for shares.
    [Fact]
    public void OfMeasure_EachKind_IsInTermsOfTheMeasure()
    {
        Assert.Equal("log-error-t 0.95", Summary.OfMeasure(Sample.Replicates(0.9, 0.95, 0.99), new LogErrorT())!.Interval);
        Assert.Equal("student-t 0.95", Summary.OfMeasure(Sample.Replicates(0.9, 0.95, 0.99), new PairedT())!.Interval);
        Assert.Equal("student-t 0.9", Summary.OfMeasure(Sample.Replicates(0.9, 0.95, 0.99), new ProportionOfReplicates(0.5, 0.9))!.Interval);
        Assert.Null(Summary.OfMeasure(Sample.Replicates(0.9, 0.95, 1), new LogErrorT()));
    }

    [Fact]
    public void Cautions_Amendments_AreAlwaysShown() => Assert.Equal(
        ["amended in version 2: threshold lowered (seeds were too few)"],
        Summary.Cautions(Sample.Claim(new AtLeast(0)) with { Amendments = [new Amendment(2, "threshold lowered", "seeds were too few")] }, Sample.Replicates(1, 2, 3)));

    private static ReplicateValue Row(double value, double table) => Sample.Replicate(value, 0, ("table-3", table), ("untrained", 0.05));
}
