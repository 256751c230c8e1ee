using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class FittedProbeTests
{
    [Fact]
    public void MapOf_AFold_IsItsOwnOrTheOnlyOne()
    {
        AffineMap[] maps = [.. Enumerable.Range(0, 5).Select(i => new AffineMap([[i]], [0]))];
        ProbeScore score = new([0], [1], [1], 1, 1, 10);

        Assert.Same(maps[3], new FittedProbe(score, maps).MapOf(3));
        Assert.Same(maps[2], new FittedProbe(score, [maps[2]]).MapOf(3));
    }

    [Fact]
    public void Undefined_HasAReasonAndNoMaps()
    {
        FittedProbe undefined = FittedProbe.Undefined("nothing there");

        Assert.Equal("nothing there", undefined.Score.Why);
        Assert.Empty(undefined.Maps);
    }
}
