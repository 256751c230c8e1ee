using Harness.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class CholeskyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(16)]
    [InlineData(37)]
    public void Solve_RandomSystem_AgreesWithMathNet(int size)
    {
        (Matrix<double> matrix, double[] flat) = PositiveDefinite(size);
        double[] rightHandSide = [.. Enumerable.Range(0, size).Select(i => Math.Sin(i + 1.0))];
        Vector<double> expected = (matrix + (0.25 * Matrix<double>.Build.DenseIdentity(size))).Solve(Vector<double>.Build.Dense([.. rightHandSide]));

        Cholesky.Factor(flat, size, 0.25)!.Solve(rightHandSide);

        Assert.All(rightHandSide.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-10));
    }

    [Fact]
    public void TraceOfInverse_RandomMatrix_AgreesWithMathNet()
    {
        (Matrix<double> matrix, double[] flat) = PositiveDefinite(23);

        Assert.Equal((matrix + (0.5 * Matrix<double>.Build.DenseIdentity(23))).Inverse().Trace(), Cholesky.Factor(flat, 23, 0.5)!.TraceOfInverse(), 1e-10);
    }

    [Fact]
    public void Factor_UpperTriangle_IsNotRead() => Assert.NotNull(Cholesky.Factor([4, double.NaN, 1, 3], 2, 0));

    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(double.NaN, 0, 1)]
    public void Factor_NotPositiveDefinite_IsNull(double a, double b, double c) => Assert.Null(Cholesky.Factor([a, b, b, c], 2, 0));

    [Fact]
    public void Dot_EveryLength_IsTheSum()
    {
        for (int length = 0; length < 40; length++)
        {
            double[] a = [.. Enumerable.Range(1, length).Select(i => (double)i)];

            Assert.Equal(length * (length + 1) * ((2 * length) + 1) / 6, Cholesky.Dot(a, a));
        }
    }

    private static (Matrix<double> Matrix, double[] Flat) PositiveDefinite(int size)
    {
        RandomStream random = new((ulong)size);
        Matrix<double> root = Matrix<double>.Build.Dense(size, size, (_, _) => random.NextNormal());
        Matrix<double> matrix = root * root.Transpose();
        return (matrix, matrix.ToRowMajorArray());
    }
}
