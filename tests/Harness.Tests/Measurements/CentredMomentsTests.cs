using Harness.Measurements;
using Xunit;

namespace Harness.Tests.Measurements;

public sealed class CentredMomentsTests
{
    // y = 2x + 1 on x = 1, 2, 3 with weights 1, 1, 2; columns x, 1, y.
    private static readonly CentredMoments s_line = CentredMoments.OfFit(Raw((1, 3, 1), (2, 5, 1), (3, 7, 2)), 1, 3);

    [Fact]
    public void Solve_ALine_FindsSlopeAndIntercept()
    {
        double[][] map = s_line.Solve(s_line.Factor(1e-12)!, 0, 1);

        Assert.Equal(2, map[0][0], 1e-9);
        Assert.Equal(1, s_line.Intercepts(map, 0)[0], 1e-9);
        Assert.Equal(0, s_line.Error(map, 0), 1e-12);
    }

    // Weighted mean of y is 5.5: 6.25 + 0.25 + 2·2.25.
    [Fact]
    public void Spread_IsAboutTheWeightedMean() => Assert.Equal(11, s_line.Spreads(0, 1)[0], 1e-12);

    [Fact]
    public void Of_OtherRows_KeepsTheMeansOfTheFit()
    {
        CentredMoments other = s_line.Of(Raw((4, 10, 1)));

        Assert.Equal(4.5 * 4.5, other.Spreads(0, 1)[0], 1e-12);
        Assert.Equal(1, other.Error([[2]], 0), 1e-12);
        Assert.Equal([1], other.Errors([[2]], 0).Select(error => Math.Round(error, 12)));
    }

    // Mean of x is 9/4: 25/16 + 1/16 + 2·9/16.
    [Fact]
    public void Covariances_AreAboutTheWeightedMean()
    {
        Assert.Equal(2.75, Assert.Single(s_line.FeatureCovariance()), 1e-12);
        Assert.Equal(11, Assert.Single(s_line.TargetCovariance(0, 1)), 1e-12);
    }

    [Fact]
    public void Ridge_IsRelativeToTheVarianceAndNeverBelowRounding()
    {
        Assert.Equal(0.1 * 2.75, s_line.Ridge(0.1), 1e-12);
        Assert.Equal(CentredMoments.RoundingShare * 9, CentredMoments.OfFit(Raw((3, 1, 1)), 1, 3).Ridge(0.1), 1e-24);
        Assert.NotNull(CentredMoments.OfFit(Raw((0, 1, 1)), 1, 3).Factor(0.1));
    }

    private static double[] Raw(params (double X, double Y, double Weight)[] rows)
    {
        double[] raw = new double[9];
        foreach ((double x, double y, double weight) in rows)
        {
            double[] row = [x, 1, y];
            for (int i = 0; i < 9; i++)
            {
                raw[i] += weight * row[i / 3] * row[i % 3];
            }
        }
        return raw;
    }
}
