using Harness.Training;

namespace Harness.Torch.Tests;

public sealed class LossCurveTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(100, 100)]
    [InlineData(101, 51)]
    [InlineData(5000, 100)]
    public void Add_EveryStep_KeepsAtMostAHundredMeansUpToTheLastStep(int steps, int points)
    {
        LossCurve curve = new(steps);
        for (int step = 1; step <= steps; step++)
        {
            curve.Add(step, step, last: step == steps);
        }
        Assert.Equal(points, curve.Points.Count);
        Assert.Equal(steps, curve.Points[^1].Step);
        int before = 0;
        foreach (LossPoint point in curve.Points)
        {
            Assert.Equal((before + 1 + point.Step) / 2.0, point.LossNats, 1e-9);
            before = point.Step;
        }
    }
}
