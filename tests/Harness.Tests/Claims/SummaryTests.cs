using Harness.Claims;
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

        Assert.StartsWith("seed 5 is", caution, StringComparison.Ordinal);
        Assert.Empty(Summary.Cautions(Sample.Claim(new AtLeast(0)), Sample.Replicates(0.5, 0.5, 0.5, 0.5, 0.6)));
    }

    [Fact]
    public void Cautions_ReplicatesWithOneValue_AreSuspicious()
    {
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
