using Harness.Beliefs;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class BeliefGridTests
{
    [Fact]
    public void CellOf_BeliefsOnBothSidesOfABorder_DependsOnHowFineTheCellIs()
    {
        BeliefGrid grid = new(2);
        double[] a = [0.30, 0.70], b = [0.31, 0.69];
        ulong cell = grid.CellOf(a, out int level);

        Assert.Equal((0, cell), (level, grid.CellOf(b, out _)));
        grid.Refine(cell, 0, 10);

        Assert.NotEqual(grid.CellOf(a, out level), grid.CellOf(b, out _));
        Assert.Equal(10, level);
        Assert.Equal(grid.CellOf(a, 10), grid.CellOf(a, out _));
    }

    [Fact]
    public void Refine_BeyondTheFinest_StaysThere()
    {
        BeliefGrid grid = new(1);
        grid.Refine(grid.CellOf([0.5], out _), 0, 1000);

        grid.CellOf([0.5], out int level);
        Assert.Equal(BeliefGrid.Finest, level);
    }

    [Fact]
    public void CellOf_OtherCells_AreNotTouchedByARefinement()
    {
        BeliefGrid grid = new(1);
        ulong far = grid.CellOf([-0.9], out _);
        grid.Refine(grid.CellOf([0.9], out _), 0, 3);

        Assert.Equal(far, grid.CellOf([-0.9], out int level));
        Assert.Equal(0, level);
    }
}
