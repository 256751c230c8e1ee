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
}
