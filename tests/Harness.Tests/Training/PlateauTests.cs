using Harness.Training;
using Xunit;

namespace Harness.Tests.Training;

public sealed class PlateauTests
{
    private static readonly Plateau s_plateau = new(Decay: 0.5, Patience: 2, Threshold: 0.01);

    [Fact]
    public void Factor_FallingLoss_StaysOne() => Assert.Equal(1, Factor(1, 0.9, 0.8, 0.7, 0.6));

    [Fact]
    public void Factor_LossThatStoppedFalling_HalvesAfterEachPatience()
    {
        Assert.Equal(1, Factor(1, 0.9, 0.9));
        Assert.Equal(0.5, Factor(1, 0.9, 0.9, 0.895));
        Assert.Equal(0.25, Factor(1, 0.9, 0.9, 0.9, 0.9, 0.9));
    }

    [Fact]
    public void Factor_NewBest_StartsTheWaitAnew() => Assert.Equal(1, Factor(1, 1, 0.8, 0.8, 0.6));

    [Fact]
    public void Factor_WarmUp_RisesLinearlyWhateverTheLoss() =>
        Assert.Equal(0.3, (s_plateau with { Warmup = 10 }).Factor(2, 100, Curve(1, 1, 1, 1)));

    private static double Factor(params double[] losses) => s_plateau.Factor(50, 100, Curve(losses));

    private static LossPoint[] Curve(params double[] losses) => [.. losses.Select((loss, i) => new LossPoint(i, loss))];
}
