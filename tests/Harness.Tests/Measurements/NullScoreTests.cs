using Harness.Measurements;
using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class NullScoreTests
{
    // Variances 4 and 1 along the axes; half of the first and none of the second are explained.
    private static readonly PrincipalAxes s_axes = PrincipalAxes.Of([2, 0, -2, 0, 0, 1, 0, -1], [1, 1, 1, 1], 2);

    [Fact]
    public void Of_ErrorsAlongTheAxes_IsPooledWhitenedAndByAxis()
    {
        NullScore score = NullScore.Of(new Unexplained([1, 0.5], [2, 0.5]), s_axes, states: 3);

        Assert.Equal(1 - (1.5 / 2.5), score.RSquared.Value!.Value, 1e-15);
        Assert.Equal(0.25, score.Whitened.Value!.Value, 1e-15);
        Assert.Equal(0.5, score.MeanSquaredError.Value!.Value, 1e-15);
        Assert.Equal([0.5, 0], score.ByAxis);
    }

    [Fact]
    public void Undefined_Everywhere_SaysWhy()
    {
        NullScore score = NullScore.Undefined("because");

        Assert.All([score.RSquared, score.Whitened, score.MeanSquaredError], value => Assert.Equal((null, "because"), (value.Value, value.Why)));
        Assert.Empty(score.ByAxis);
    }
}
