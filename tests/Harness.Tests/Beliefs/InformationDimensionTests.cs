using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class InformationDimensionTests
{
    [Theory]
    [InlineData(0.15, 0.6, 1.349)]
    [InlineData(0.05, 0.85, 0.52)]
    [InlineData(0.11, 0.79, 0.842)]
    [InlineData(0.5, 0.6, 1.215)]
    public void Of_Mess3_IsNearTheLyapunovDimension(double x, double a, double lyapunov)
    {
        InformationDimension dimension = InformationDimension.Of(KnownProcesses.Mess3(x, a));

        Assert.Equal(lyapunov, dimension.Value, 0.05);
        Assert.InRange(dimension.Value, lyapunov - dimension.Error, lyapunov + dimension.Error);
        Assert.InRange(dimension.Finest, 1e-4, 0.01);
    }
}
