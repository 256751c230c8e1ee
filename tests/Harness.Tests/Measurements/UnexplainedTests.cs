using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class UnexplainedTests
{
    private static readonly Unexplained s_left = new([0.5, 0.01], [1, 0.1]);

    [Fact]
    public void RSquared_WithoutScales_PoolsTheCoordinates() => Assert.Equal(1 - (0.51 / 1.1), s_left.RSquared(), 1e-15);

    [Fact]
    public void RSquared_WithVariancesAsScales_CountsDirectionsAlike() => Assert.Equal((0.5 + 0.9) / 2, s_left.RSquared([1, 0.1]), 1e-15);
}
