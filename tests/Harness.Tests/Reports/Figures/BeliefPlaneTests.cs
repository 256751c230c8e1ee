using Harness.Beliefs;
using Harness.Claims;
using Harness.Reports.Figures;
using Harness.Reports.Records;
using Harness.Tests.Beliefs;
using Xunit;

namespace Harness.Tests.Reports.Figures;

public sealed class BeliefPlaneTests
{
    [Fact]
    public void Project_ThreeStates_IsTheUnitTriangle()
    {
        BeliefPlane plane = BeliefPlane.Of(SampleRun.Mess3.Picture!);
        Assert.Equal((0, 0), plane.Vertex(0));
        Assert.Equal((1, 0), plane.Vertex(1));
        (double x, double y) = plane.Project([1 / 3f, 1 / 3f, 1 / 3f]);
        Assert.Equal(0.5, x, 6);
        Assert.Equal(Math.Sqrt(3) / 6, y, 6);
    }

    [Fact]
    public void Project_MoreStates_CentresTheMeanAndOrdersTheAxes()
    {
        PictureRecord picture = SampleRun.Of(KnownProcesses.RandomRandomXor, 6, [SampleRun.Claim("rrxor/x", new AtLeast(0.5))]).Picture!;
        BeliefPlane plane = BeliefPlane.Of(picture);
        double mass = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
        for (int context = 0; context < picture.Count; context++)
        {
            double weight = PictureRecord.Floats(picture.Probabilities)[context];
            (double px, double py) = plane.Project(PictureRecord.Floats(picture.Theory).Slice(5 * context, 5));
            (mass, x, y) = (mass + weight, x + (weight * px), y + (weight * py));
            (xx, yy, xy) = (xx + (weight * px * px), yy + (weight * py * py), xy + (weight * px * py));
        }
        Assert.Equal(0, x / mass, 6);
        Assert.Equal(0, y / mass, 6);
        Assert.Equal(0, xy / mass, 6);
        Assert.True(xx >= yy && yy > 0);
    }

    // The Bloch vector itself, on a disc as wide as the constant coordinate.
    [Fact]
    public void Of_ABlochWalk_ShowsTheVector()
    {
        BeliefTree tree = BeliefTree.Grow(FieldProcesses.BlochWalk(1, 3), 4);
        BeliefPlane plane = Of(tree);

        Assert.Equal(1, plane.Disc);
        Assert.False(plane.HasCorners);
        Assert.Equal((0.6, -0.48), plane.Project([1, 0.6, -0.48]));
    }

    [Fact]
    public void Of_BeliefsThatAreNoLaws_HasNoCorners()
    {
        BeliefPlane plane = Of(BeliefTree.Grow(FieldProcesses.Moon(), 6));

        Assert.False(plane.HasCorners);
        Assert.Null(plane.Disc);
        Assert.True(Of(BeliefTree.Grow(KnownProcesses.RandomRandomXor, 6)).HasCorners);
    }

    private static BeliefPlane Of(BeliefTree tree) => BeliefPlane.Of(
        tree.Process.StateCount, [.. Enumerable.Range(0, tree.Count).SelectMany(node => tree.Belief(node).ToArray())], tree.Probabilities);
}
