using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class LossProfileTests
{
    private static readonly LossProfile s_profile = new([1.0, 0.8, 9.0], [0.9, 0.5, 0.1], LongestTrained: 2);

    [Fact]
    public void Means_AreOverTrainedLengthsOnly()
    {
        Assert.Equal(0.9, s_profile.MeanNats, 1e-12);
        Assert.Equal(0.7, s_profile.OptimalMeanNats, 1e-12);
        Assert.Equal(0.2, s_profile.GapNats, 1e-12);
    }

    [Fact]
    public void Worst_IsTheTrainedLengthWithTheLargestGap()
    {
        Assert.Equal(2, s_profile.WorstLength);
        Assert.Equal(0.3, s_profile.WorstGapNats, 1e-12);
    }
}
