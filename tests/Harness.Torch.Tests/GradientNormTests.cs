namespace Harness.Torch.Tests;

public sealed class GradientNormTests
{
    [Fact]
    public void Clip_LongGradient_KeepsItsDirection()
    {
        float[] gradient = [3, 0, -4];
        GradientNorm.Clip(gradient, 1);
        Assert.Equal([0.6f, 0, -0.8f], gradient);
    }

    [Fact]
    public void Clip_ShortGradient_LeavesIt()
    {
        float[] gradient = [3, 0, -4];
        GradientNorm.Clip(gradient, 5);
        Assert.Equal([3, 0, -4], gradient);
    }
}
