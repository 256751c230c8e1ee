using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class ProbeScoreTests
{
    // Two coordinates on rows of mass ½: squared errors .02 and .06, spreads .1 and .3.
    private static readonly ProbeScore s_score = new([0.02, 0.06], [0.1, 0.3], [1, 1], 0.5, 3, 10);

    [Theory]
    [InlineData(ProbeStatistic.RSquared, 0.8)]
    [InlineData(ProbeStatistic.Mse, 0.08)]
    [InlineData(ProbeStatistic.MseSummed, 0.16)]
    [InlineData(ProbeStatistic.Rmse, 0.28284271247461903)]
    [InlineData(ProbeStatistic.RmseSummed, 0.4)]
    public void Of_AllCoordinates_FollowsItsConvention(object statistic, double expected) =>
        Assert.Equal(expected, s_score.Of((ProbeStatistic)statistic).Value!.Value, 1e-12);

    [Fact]
    public void Of_OneCoordinate_HasOneConventionLess()
    {
        Assert.Equal(0.8, s_score.Of(ProbeStatistic.RSquared, 1).Value!.Value, 1e-12);
        Assert.Equal(0.12, s_score.Of(ProbeStatistic.Mse, 1).Value!.Value, 1e-12);
        Assert.Equal(s_score.Of(ProbeStatistic.Mse, 1), s_score.Of(ProbeStatistic.MseSummed, 1));
    }

    [Fact]
    public void Of_WithoutVariance_HasAnErrorButNoRSquared()
    {
        ProbeScore constant = s_score with { Spreads = [1e-15, 1e-16] };

        Assert.Equal("the target has no variance", constant.RSquared.Why);
        Assert.Equal(0.08, constant.Of(ProbeStatistic.Mse).Value!.Value, 1e-12);
    }

    [Fact]
    public void Of_Undefined_SaysWhyForEveryStatistic() =>
        Assert.All(Enum.GetValues<ProbeStatistic>(), statistic => Assert.Equal("no rows", ProbeScore.Undefined("no rows").Of(statistic).Why));

    [Theory]
    [InlineData(7.5, null)]
    [InlineData(7.6, "saturated: 8 effective dimensions for 10 distinct contexts")]
    public void Unsaturated_UpToThreeDimensionsForFourContexts_LeavesTheValue(double dimensions, string? why) =>
        Assert.Equal(why, (s_score with { EffectiveDimensions = dimensions }).Unsaturated(Measured.Of(0.8)).Why);
}
