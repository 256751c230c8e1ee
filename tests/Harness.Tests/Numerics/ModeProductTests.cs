using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class ModeProductTests
{
    [Fact]
    public void Times_AVector_IsRowTimesMatrix()
    {
        double[] result = [7, 7, 7];

        ModeProduct.Times([1, 10], [1, 2, 3, 4, 5, 6], 2, 3, result, 1, 1);

        Assert.Equal([41, 52, 63], result);
    }

    [Fact]
    public void Times_TheMiddleAxis_LeavesTheOthersAlone()
    {
        // [2, 2, 2] times the exchange of the middle coordinate, doubled.
        double[] result = new double[8];

        ModeProduct.Times([0, 1, 2, 3, 4, 5, 6, 7], [0, 2, 2, 0], 2, 2, result, 2, 2);

        Assert.Equal([4, 6, 0, 2, 12, 14, 8, 10], result);
    }

    [Fact]
    public void Times_AxisByAxis_IsTheKroneckerProduct()
    {
        double[] a = [1, 2, 3, 4], b = [0, 1, 5, -1], tensor = [1, 2, 3, 4], half = new double[4], result = new double[4];

        ModeProduct.Times(tensor, a, 2, 2, half, 1, 2);
        ModeProduct.Times(half, b, 2, 2, result, 2, 1);

        double Kronecker(int column) => Enumerable.Range(0, 4).Sum(row => tensor[row] * a[(row / 2 * 2) + (column / 2)] * b[(row % 2 * 2) + (column % 2)]);
        Assert.Equal([.. Enumerable.Range(0, 4).Select(Kronecker)], result);
    }

    [Fact]
    public void Dot_OfVectors_IsTheSumOfProducts() => Assert.Equal(11, ModeProduct.Dot([1, 2], [3, 4]));
}
