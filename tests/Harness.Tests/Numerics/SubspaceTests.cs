using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class SubspaceTests
{
    private static readonly Subspace s_plane = Subspace.Span([[1, 0, 0, 0], [1, 1, 0, 0]], 1e-9)!;

    [Fact]
    public void Overlap_OfTheSameSpan_IsOneWhateverTheVectors()
    {
        Subspace other = Subspace.Span([[3, -1, 0, 0], [0, 0.01, 0, 0], [5, 5, 0, 0]], 1e-9)!;

        Assert.Equal((2, 4), (other.Dimension, other.Ambient));
        Assert.Equal(1, s_plane.Overlap(other), 1e-12);
        Assert.Equal([1, 1], s_plane.Cosines(other).Select(cosine => Math.Round(cosine, 9)));
    }

    [Fact]
    public void Overlap_OfOrthogonalSpans_IsZero() => Assert.Equal(0, s_plane.Overlap(Subspace.Span([[0, 0, 2, 0], [0, 0, 1, 1]], 1e-9)!), 1e-12);

    // A line at 60° to the plane; and a plane that shares one axis and is at 30° along the other.
    [Fact]
    public void Cosines_OfKnownAngles_AreThose()
    {
        Assert.Equal(0.25, s_plane.Overlap(Subspace.Span([[0.5, 0, Math.Sqrt(0.75), 0]], 1e-9)!), 1e-12);
        double[] cosines = s_plane.Cosines(Subspace.Span([[0, 1, 0, 0], [Math.Sqrt(0.75), 0, 0, 0.5]], 1e-9)!);

        Assert.Equal([1, Math.Sqrt(0.75)], cosines, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Theory]
    [InlineData(1e-3, 1)]
    [InlineData(1e-6, 2)]
    public void Span_NearlyDependentVectors_HaveTheRankOfTheTolerance(double tolerance, int rank) =>
        Assert.Equal(rank, Subspace.Span([[1, 0, 0], [1, 1e-4, 0]], tolerance)!.Dimension);

    [Fact]
    public void Span_OfNothing_IsNone() => Assert.Null(Subspace.Span([[0, 0, 0]], 1e-9));

    [Fact]
    public void ExpectedOverlap_IsTheMeanOverRandomSubspaces()
    {
        RandomStream random = new(5);
        Subspace Draw(int dimension) => Subspace.Span([.. Enumerable.Range(0, dimension).Select(_ => Enumerable.Range(0, 12).Select(_ => random.NextNormal()).ToArray())], 1e-9)!;
        (Subspace First, Subspace Second)[] pairs = [.. Enumerable.Range(0, 400).Select(_ => (Draw(2), Draw(5)))];

        Assert.Equal(5.0 / 12, pairs[0].First.ExpectedOverlap(pairs[0].Second), 1e-12);
        Assert.Equal(5.0 / 12, pairs.Average(pair => pair.First.Overlap(pair.Second)), 0.02);
    }
}
