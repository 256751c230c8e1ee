using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class CanonicalCorrelationsTests
{
    private const int Points = 200;
    private static readonly double[] s_weights = [.. Enumerable.Range(0, Points).Select(i => 1.0 + (i % 5))];

    [Fact]
    public void Squared_AffineImage_IsOneInEveryDirection()
    {
        double[] x = Normal(3, "x"), y = Map(x, 3, [[1, 2, 0], [0, -1, 3]]);

        Near([1, 1], CanonicalCorrelations.Squared(x, 3, y, 2, s_weights));
    }

    // The first coordinate is an image of x, the second has nothing to do with it: by construction, on these very points.
    [Fact]
    public void Squared_OneDirectionOfTwo_IsFoundInAnyCoordinates()
    {
        double[] x = [.. Enumerable.Range(0, Points).Select(i => (double)(i / 2 % 2))];
        double[] y = [.. Enumerable.Range(0, Points).SelectMany(i => new[] { 1 - (2 * x[i]), i % 2 })];
        double[] even = [.. Enumerable.Repeat(1.0, Points)];

        Near([1, 0], CanonicalCorrelations.Squared(x, 1, y, 2, even));
        Near([1, 0], CanonicalCorrelations.Squared(x, 1, Map(y, 2, [[1, 1e-3], [1, 1]]), 2, even));
    }

    // For single variables it is the square of the ordinary correlation.
    [Fact]
    public void Squared_OneAgainstOne_IsTheCorrelation()
    {
        double[] x = Normal(1, "x"), noise = Normal(1, "noise"), y = [.. x.Zip(noise, (a, b) => a + b)];
        double mass = s_weights.Sum(), mx = Mean(x), my = Mean(y);
        double r = Cov(x, mx, y, my) / Math.Sqrt(Cov(x, mx, x, mx) * Cov(y, my, y, my));

        Near([r * r], CanonicalCorrelations.Squared(x, 1, y, 1, s_weights));

        double Mean(double[] values) => values.Zip(s_weights, (v, w) => v * w).Sum() / mass;
        double Cov(double[] a, double ma, double[] b, double mb) => Enumerable.Range(0, Points).Sum(i => s_weights[i] * (a[i] - ma) * (b[i] - mb)) / mass;
    }

    [Fact]
    public void Squared_XThatDoesNotVary_IsZero() =>
        Near([0, 0], CanonicalCorrelations.Squared([.. Enumerable.Repeat(0.5, Points)], 1, Normal(2, "y"), 2, s_weights));

    private static double[] Normal(int dimensions, string name)
    {
        RandomStream random = new Seed(7).Stream(name);
        return [.. Enumerable.Range(0, Points * dimensions).Select(_ => random.NextNormal())];
    }

    private static double[] Map(double[] x, int dimensions, double[][] rows) =>
        [.. Enumerable.Range(0, Points).SelectMany(point => rows.Select(row => 5 + Enumerable.Range(0, dimensions).Sum(i => row[i] * x[(point * dimensions) + i])))];

    private static void Near(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-10));
    }
}
