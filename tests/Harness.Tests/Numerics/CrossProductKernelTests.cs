using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class CrossProductKernelTests
{
    // Columns around the panel width of 8, rows around the batch.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 191)]
    [InlineData(8, 192)]
    [InlineData(9, 193)]
    [InlineData(20, 500)]
    public void Add_WeightedRows_GivesTheCrossProducts(int columns, int rows)
    {
        RandomStream random = new(5);
        CrossProductKernel kernel = new(columns);
        double[] gram = kernel.NewMatrix(), expected = kernel.NewMatrix();
        for (int row = 0; row < rows; row++)
        {
            double[] values = [.. Enumerable.Range(0, columns).Select(_ => random.NextNormal())];
            double weight = random.NextDouble();
            kernel.Add(values, weight, gram);
            for (int i = 0; i < columns; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    expected[(i * kernel.Stride) + j] += weight * values[i] * values[j];
                }
            }
        }

        kernel.Flush(gram);
        kernel.Flush(gram);
        kernel.Symmetrise(gram);

        Assert.Equal(0, kernel.Stride % 8);
        Assert.All(gram.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-10));
    }

    [Fact]
    public void Flush_BetweenTwoMatrices_KeepsThemApart()
    {
        CrossProductKernel kernel = new(2);
        double[] first = kernel.NewMatrix(), second = kernel.NewMatrix();

        kernel.Add([1, 2], 1, first);
        kernel.Flush(first);
        kernel.Add([3, 4], 1, second);
        kernel.Flush(second);

        Assert.Equal([1, 2, 4], [first[0], first[1], first[kernel.Stride + 1]]);
        Assert.Equal([9, 12, 16], [second[0], second[1], second[kernel.Stride + 1]]);
    }
}
