using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class StrongComponentsTests
{
    // 0 → 1 ⇄ 2 → 3 ⇄ 4, and 0 → 5 (a sink without edges).
    private static readonly int[] s_edges = [1, 5, 2, -1, 1, 3, 4, -1, 3, -1, -1, -1];

    [Fact]
    public void Of_GraphWithTwoCycles_GroupsExactlyTheCycles()
    {
        int[] component = StrongComponents.Of(s_edges, 2);

        Assert.Equal(component[1], component[2]);
        Assert.Equal(component[3], component[4]);
        Assert.Equal(4, component.Distinct().Count());
        Assert.True(component[0] > component[1] && component[1] > component[3]);
    }

    [Fact]
    public void Closed_GraphWithTwoCycles_KeepsOnlyComponentsThatNoEdgeLeaves() =>
        Assert.Equal([false, false, false, true, true, true], StrongComponents.Closed(s_edges, 2));

    [Fact]
    public void Of_LongChain_NeedsNoRecursion() =>
        Assert.Equal(100_000, StrongComponents.Of([.. Enumerable.Range(1, 99_999), -1], 1).Distinct().Count());
}
