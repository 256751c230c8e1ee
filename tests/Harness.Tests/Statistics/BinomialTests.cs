using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Statistics;

public sealed class BinomialTests
{
    // Sums of binomial probabilities, worked out by hand.
    [Theory]
    [InlineData(-1, 6, 0.5, 0)]
    [InlineData(-2, 6, 0.5, 0)]
    [InlineData(7, 6, 0.5, 1)]
    [InlineData(0, 6, 0.5, 1 / 64.0)]
    [InlineData(1, 6, 0.5, 7 / 64.0)]
    [InlineData(2, 3, 0.9, 1 - 0.729)]
    [InlineData(6, 6, 0.5, 1)]
    [InlineData(0, 5, 0, 1)]
    [InlineData(4, 5, 1, 0)]
    public void AtMost_Successes_IsTheSum(int k, int n, double p, double probability) => Assert.Equal(probability, Binomial.AtMost(k, n, p), 1e-12);

    // Clopper and Pearson's limits at two-sided 95 %: 8 of 10 and the closed forms for none and all.
    [Fact]
    public void Limits_OfKnownCases_AreTheTables()
    {
        Assert.Equal(0.4439045, Binomial.Lower(8, 10, 0.025), 1e-6);
        Assert.Equal(0.9747893, Binomial.Upper(8, 10, 0.025), 1e-6);
        Assert.Equal(Math.Pow(0.025, 1 / 5.0), Binomial.Lower(5, 5, 0.025), 1e-7);
        Assert.Equal(1 - Math.Pow(0.025, 1 / 5.0), Binomial.Upper(0, 5, 0.025), 1e-7);
        Assert.Equal((0, 1), (Binomial.Lower(0, 5, 0.025), Binomial.Upper(5, 5, 0.025)));
    }

    // By definition: at the lower limit k or more successes are just as rare as the level, at the upper limit k or fewer.
    [Fact]
    public void Limits_OfEveryCount_AreWhereTheTailHasTheLevel()
    {
        for (int k = 1; k < 9; k++)
        {
            Assert.Equal(0.05, 1 - Binomial.AtMost(k - 1, 9, Binomial.Lower(k, 9, 0.05)), 1e-6);
            Assert.Equal(0.05, Binomial.AtMost(k, 9, Binomial.Upper(k, 9, 0.05)), 1e-6);
        }
    }
}
