using Harness.Numerics;
using Harness.Statistics;
using Xunit;

namespace Harness.Tests.Statistics;

public sealed class BootstrapTests
{
    // For many normal values it must come near Student's.
    [Fact]
    public void Of_ManyNormalValues_IsNearStudents()
    {
        RandomStream random = new(3);
        double[] values = [.. Enumerable.Range(0, 200).Select(_ => 5 + random.NextNormal())];

        Estimate bootstrap = new Bootstrap().Of(values)!, student = new StudentT().Of(values)!;

        Assert.Equal(student.Mean, bootstrap.Mean, 1e-12);
        Assert.Equal(student.Low, bootstrap.Low, 0.02);
        Assert.Equal(student.High, bootstrap.High, 0.02);
    }

    // Values that pile up below 1 with a tail downwards: the interval reaches farther down than up.
    [Fact]
    public void Of_SkewedValues_LeansToTheLongTail()
    {
        RandomStream random = new(4);
        Estimate estimate = new Bootstrap().Of([.. Enumerable.Range(0, 30).Select(_ => 1 - Math.Exp(random.NextNormal() - 4))])!;

        Assert.True(estimate.Mean - estimate.Low > 1.2 * (estimate.High - estimate.Mean));
    }

    // From the definition: of 1,999 sorted t* = (x̄* − x̄)/(s*/√n) the 2,000·α-th and the 2,000·(1 − α)-th, between two of them where that is
    // no whole number, and the outermost where there are none farther out.
    [Theory]
    [InlineData(0.95, 25)]
    [InlineData(0.9515, 25)]
    [InlineData(0.9992, 1251)]
    public void Of_Values_IsTheStudentisedBootstrap(double level, int n)
    {
        double[] values = [.. Enumerable.Range(0, n).Select(i => Math.Exp(Math.Sin(3.0 * i)))];
        double mean = values.Average(), error = StandardError(values);
        RandomStream random = new Seed(0).Stream("bootstrap");
        double[] studentised = [.. Enumerable.Range(0, 1999).Select(_ =>
        {
            double[] drawn = [.. values.Select(_ => values[random.NextInt(n)])];
            return (drawn.Average() - mean) / StandardError(drawn);
        }).Order()];

        Estimate estimate = new Bootstrap(level).Of(values)!;

        Assert.Equal(mean - (At(1 + level) * error), estimate.Low, 1e-9);
        Assert.Equal(mean - (At(1 - level) * error), estimate.High, 1e-9);

        // Counted from one.
        double At(double twoSided)
        {
            double place = Math.Clamp(2000 * twoSided / 2, 1, 1999);
            return ((Math.Floor(place) + 1 - place) * studentised[(int)place - 1]) + ((place - Math.Floor(place)) * studentised[Math.Min((int)place, 1998)]);
        }
    }

    [Fact]
    public void Of_SameValuesTwice_IsTheSameToTheBit()
    {
        double[] values = [.. Enumerable.Range(0, 25).Select(i => Math.Sin(i))];

        Assert.Equal(new Bootstrap().Of(values), new Bootstrap().Of(values));
    }

    [Fact]
    public void Of_EqualValues_HasNoWidthAndOfManyTies_IsUndefined()
    {
        Estimate estimate = new Bootstrap().Of([.. Enumerable.Repeat(0.5, 20)])!;

        Assert.Equal((0.5, 0.5, 0.5), (estimate.Low, estimate.Mean, estimate.High));
        Assert.Contains("ties", new Bootstrap().Undefined([.. Enumerable.Repeat(0.5, 15), 1, 2, 3, 4, 5]), StringComparison.Ordinal);
        Assert.Null(new Bootstrap().Undefined([.. Enumerable.Repeat(0.5, 11), 1, 2, 3, 4, 5, 6, 7, 8, 9]));
    }

    private static double StandardError(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) / values.Length);
    }
}
