using Harness.Numerics;
using Xunit;

namespace Harness.Tests.Numerics;

public sealed class PrincipalAxesTests
{
    // Four points at ±2 along (3, 4)/5 and ±1 across.
    private static readonly double[] s_cross = [1 + 1.2, 1 + 1.6, 1 - 1.2, 1 - 1.6, 1 - 0.8, 1 + 0.6, 1 + 0.8, 1 - 0.6];

    [Fact]
    public void Of_PointsOnACross_AreItsArms()
    {
        PrincipalAxes axes = PrincipalAxes.Of(s_cross, [1, 1, 1, 1], 2);

        Near([1, 1], axes.Mean);
        Near([2, 0.5], axes.Variances);
        Near([0.6, 0.8], axes.Directions[0]);
        Near([0.8, -0.6], axes.Directions[1]);
    }

    [Fact]
    public void Of_Weights_CountAsRepetitions()
    {
        PrincipalAxes weighted = PrincipalAxes.Of(s_cross, [3, 1, 2, 2], 2);
        double[] repeated = [.. new[] { 0, 0, 0, 1, 2, 2, 3, 3 }.SelectMany(point => s_cross.Skip(2 * point).Take(2))];
        PrincipalAxes plain = PrincipalAxes.Of(repeated, [1, 1, 1, 1, 1, 1, 1, 1], 2);

        Near(plain.Mean, weighted.Mean);
        Near(plain.Variances, weighted.Variances);
        Near(plain.Directions[0], weighted.Directions[0]);
    }

    [Fact]
    public void Of_PointsOnALine_HasOneAxis() => Assert.Equal(1, PrincipalAxes.Of([0.1, 0.2, 0.7, 0.3, 0.4, 0.3, 0.2, 0.3, 0.5], [1, 1, 1], 3).Count);

    // What rounding leaves of equal points is not a direction.
    [Fact]
    public void Of_EqualPoints_HasNone() => Assert.Equal(0, PrincipalAxes.Of([0.1, 0.9, 0.3 - 0.2, 0.9, 0.1, 1 - 0.1], [1, 2, 3], 2).Count);

    [Fact]
    public void Project_APoint_IsItsPlaceAlongTheAxes()
    {
        double[] coordinates = new double[2];
        PrincipalAxes.Of(s_cross, [1, 1, 1, 1], 2).Project([1 + 1.2, 1 + 1.6], coordinates);

        Near([2, 0], coordinates);
    }

    private static void Near(double[] expected, double[] actual) => Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
}
