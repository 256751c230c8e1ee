using Harness.Reports.Figures;
using Xunit;

namespace Harness.Tests.Reports.Figures;

public sealed class LabelPlacementTests
{
    private readonly LabelPlacement _room = new();

    [Fact]
    public void Place_OnFreeGround_IsTheBestCandidate() => Assert.Equal((5, 5), _room.Place([(5, 5), (9, 9)], 4, 2));

    [Fact]
    public void Place_WhereSomethingStands_IsTheNextFreeCandidate()
    {
        _room.Take(5, 5, 4, 4);

        Assert.Equal((5, 20), _room.Place([(5, 5), (6, 6), (5, 20)], 4, 2));
        Assert.Equal((5, 40), _room.Place([(5, 20), (5, 40)], 4, 2));
    }

    [Fact]
    public void Place_WithoutRoom_IsWhereItTouchesLeast()
    {
        _room.Take(0, 0, 10, 10);

        Assert.Equal((5, 5), _room.Place([(0, 0), (5, 5)], 4, 4));
    }
}
