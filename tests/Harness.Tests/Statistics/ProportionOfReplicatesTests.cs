using Harness.Specs;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Statistics;

public sealed class ProportionOfReplicatesTests
{
    // 8 of 10 reach the threshold: the exact limits of Clopper and Pearson.
    [Fact]
    public void Of_ValuesInTheRegion_AreCountedExactly()
    {
        Estimate estimate = new ProportionOfReplicates(0.4).Of([.. Enumerable.Repeat(0.9, 8), 0.1, 0.2], Region.AtLeast(0.9))!;

        Assert.Equal(0.8, estimate.Mean, 1e-12);
        Assert.Equal(0.4439045, estimate.Low, 1e-6);
        Assert.Equal(0.9747893, estimate.High, 1e-6);
    }

    // What lies within the margin speaks for neither side: it widens the interval.
    [Fact]
    public void Of_ValuesWithinTheMargin_CountForNeitherSide()
    {
        double[] values = [.. Enumerable.Repeat(0.9, 8), 0.86, 0.2];

        Estimate estimate = new ProportionOfReplicates(0.4).Of(values, Region.AtLeast(0.9, 0.05))!;

        Assert.Equal(Binomial.Lower(8, 10, 0.025), estimate.Low, 1e-12);
        Assert.Equal(Binomial.Upper(9, 10, 0.025), estimate.High, 1e-12);
    }

    [Fact]
    public void Asks_OfAnyRegion_IsTheShare() => Assert.Equal(Region.AtLeast(0.9), new ProportionOfReplicates(0.9).Asks(Region.AtMost(3)));

    // All of them are just enough at the least n: 0.9^36 = 0.0225, 0.9^35 = 0.0250316.
    [Theory]
    [InlineData(0.5, 6)]
    [InlineData(0.8, 17)]
    [InlineData(0.9, 36)]
    public void MinimumReplicates_OfAShare_IsWhereAllOfThemSupportIt(double share, int least)
    {
        ProportionOfReplicates interval = new(share);

        Assert.Equal(least, interval.MinimumReplicates);
        Assert.True(interval.Of([.. Enumerable.Repeat(1.0, least)], Region.AtLeast(0))!.Low >= share);
        Assert.True(Binomial.Lower(least - 1, least - 1, 0.025) < share);
    }

    [Theory]
    [InlineData(0.9, 0.95, new string[0])]
    [InlineData(0, 0.95, new[] { "$.share" })]
    [InlineData(1, 0.95, new[] { "$.share" })]
    [InlineData(0.9, 0.3, new[] { "$.level" })]
    public void Check_ShareAndLevel_MustLieBetweenTheirEnds(double share, double level, string[] paths)
    {
        List<Problem> found = [];

        new ProportionOfReplicates(share, level).Check(Scope.Root("a.json", null, found));

        Assert.Equal(paths, found.Select(problem => problem.Path));
    }
}
