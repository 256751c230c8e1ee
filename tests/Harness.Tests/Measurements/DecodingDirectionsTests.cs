using Harness.Measurements;
using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class DecodingDirectionsTests
{
    // The belief in the first coordinates, something else of larger variance in the others: the directions are the first coordinates without their sum.
    [Theory]
    [InlineData("mess3")]
    [InlineData("rrxor")]
    public void Of_ABeliefBesideOtherThings_IsWhereTheBeliefIs(string process)
    {
        int states = Known.Contexts(process).Tree.Process.StateCount;
        ProbeKey key = new(new CaptureKey(Examinations.Final, Weighting.Probability, ContextScope.Trained));
        Written written = new(states + 2, (tree, node) => [.. tree.Belief(node), 10 * new RandomStream((ulong)node).NextNormal(), 3]);

        Subspace directions = DecodingDirections.Of(Examinations.Of(process, written, new AffineProbe(Examinations.Final)).Trained, key, TargetBlock.Truth)!;

        Subspace belief = Subspace.Span([.. Enumerable.Range(1, states - 1).Select(i => Enumerable.Range(0, states + 2).Select(j => j == 0 ? 1.0 : j == i ? -1 : 0).ToArray())], 1e-9)!;
        Assert.Equal(states - 1, directions.Dimension);
        Assert.Equal(1, directions.Overlap(belief), 1e-4);
    }

    [Fact]
    public void Of_ATargetWithoutFolds_IsNothing()
    {
        ProbeKey key = new(new CaptureKey(Examinations.Final, Weighting.Probability, ContextScope.Trained), partition: Partition.Belief);

        Assert.Null(DecodingDirections.Of(Examinations.Of("mess3", new Harness.Activations.Planted(), new AffineProbe(Examinations.Final)).Trained, key, TargetBlock.Truth));
    }
}
