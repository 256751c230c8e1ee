using System.Numerics;
using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class EigenvaluesTests
{
    [Fact]
    public void Of_DiagonalMatrix_HasItsEntriesWithTheirMultiplicities() =>
        Agree(Eigenvalues.Of([2, 0, 0, 0, -1, 0, 0, 0, 2], 3), (2, 2, 1), (-1, 1, 1));

    [Fact]
    public void Of_Rotation_HasAConjugatePair() => Agree(Eigenvalues.Of([0, -1, 1, 0], 2), (Complex.ImaginaryOne, 1, 1), (-Complex.ImaginaryOne, 1, 1));

    [Fact]
    public void Of_LongChainThatEnds_IsOneJordanBlockOfZero()
    {
        double[] shift = new double[100];
        for (int state = 0; state < 9; state++)
        {
            shift[(state * 10) + state + 1] = 1;
        }

        Agree(Eigenvalues.Of(shift, 10), (0, 10, 10));
    }

    [Fact]
    public void Of_JordanBlockWithinAComponent_IsFoundDespiteItsScatter()
    {
        // A similarity of the block (½ 1; 0 ½) that leaves no entry 0.
        Agree(Eigenvalues.Of([0, 0.25, -1, 1], 2), (0.5, 2, 2));
    }

    [Fact]
    public void Of_EqualEigenvaluesInTwoBlocks_AreOneOfIndexOneWithoutALinkAndTwoWithOne()
    {
        Agree(Eigenvalues.Of([0.5, 0, 0, 0.5], 2), (0.5, 2, 1));
        Agree(Eigenvalues.Of([0.5, 0.1, 0, 0.5], 2), (0.5, 2, 2));
    }

    [Fact]
    public void Of_Permutation_HasTheRootsOfUnity() => Agree(Eigenvalues.Of([0, 1, 0, 0, 0, 1, 1, 0, 0], 3),
        (1, 1, 1), (Complex.FromPolarCoordinates(1, 2 * Math.PI / 3), 1, 1), (Complex.FromPolarCoordinates(1, -2 * Math.PI / 3), 1, 1));

    private static void Agree(IReadOnlyList<Eigenvalue> found, params (Complex Value, int Multiplicity, int Index)[] expected)
    {
        Assert.Equal(expected.Length, found.Count);
        Assert.All(expected.Zip(found), pair =>
        {
            Assert.InRange((pair.First.Value - pair.Second.Value).Magnitude, 0, 1e-7);
            Assert.Equal((pair.First.Multiplicity, pair.First.Index), (pair.Second.Multiplicity, pair.Second.Index));
        });
    }
}
