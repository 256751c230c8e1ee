using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>How the long-run law of the beliefs fills space: an estimate of its information dimension.</summary>
/// <param name="Value">The slope of the mean of ln C(ε) against ln ε, by least squares over the scales.</param>
/// <param name="Error">Half the range of the slopes over parts of two octaves: sets of few scales wave about the power law, so this is more than the noise of sampling.</param>
/// <param name="Finest">The finest ε used.</param>
/// <remarks>
/// C(ε) is the part of a long walk that comes within ε (Euclidean) of a point of it; its mean logarithm over 1,000 points goes as D ln ε (Grassberger and
/// Procaccia 1983, in the limit of order 1; ln N is taken as ln N − 1/(2N)). Scales go from 1/4 down by steps of about 2^(1/4) to where one point in twenty has
/// fewer than 10 neighbours.
/// </remarks>
internal sealed record InformationDimension(double Value, double Error, double Finest)
{
    private const int Points = 200_000;
    private const int References = 1_000;
    private const int FewNeighbours = 10;
    private const double MostWithFew = 0.05;
    private const double Coarsest = 0.25;

    // Squared distances are sorted by their exponent and the first bit of their fraction: two bins for each factor of 2.
    private const int BinShift = 51;
    private const int BinsInPart = 8;

    /// <param name="degree">The most threads; the result does not depend on it.</param>
    public static InformationDimension Of(GenerativeProcess process, int degree = 1)
    {
        int[][] neighbours = Neighbours(Walk(process), process.StateCount, degree);
        int coarsest = Bin(Coarsest * Coarsest), finest = coarsest;
        while (neighbours.Count(within => within[finest - 1] < FewNeighbours) < MostWithFew * References)
        {
            finest--;
        }
        double[] scale = [.. Enumerable.Range(finest, coarsest - finest + 1).Select(bin => 0.5 * Math.Log(LowerEdge(bin)))];
        double[] meanLog = [.. Enumerable.Range(finest, coarsest - finest + 1).Select(bin => neighbours.Average(within => Logarithm(within[bin])))];
        double[] parts = [.. Enumerable.Range(0, Math.Max(0, scale.Length - 1) / BinsInPart)
            .Select(part => Slope(scale.AsSpan(part * BinsInPart, BinsInPart + 1), meanLog.AsSpan(part * BinsInPart, BinsInPart + 1)))];
        return new InformationDimension(Slope(scale, meanLog), parts.Length > 1 ? (parts.Max() - parts.Min()) / 2 : double.PositiveInfinity, Math.Exp(scale[0]));
    }

    private static double[] Walk(GenerativeProcess process)
    {
        int states = process.StateCount;
        double[] points = new double[Points * states];
        Orbit orbit = new(process, "information dimension");
        for (int point = 0; point < Points; point++)
        {
            orbit.Move();
            orbit.Belief.CopyTo(points.AsSpan(point * states, states));
        }
        return points;
    }

    // [reference][bin]: how many other points are nearer than the lower edge of the bin.
    private static int[][] Neighbours(double[] points, int states, int degree)
    {
        int[][] neighbours = new int[References][];
        ParallelChunks.Run(References, degree, () => 0, (reference, _) =>
        {
            int centre = reference * (Points / References) * states;
            int[] count = new int[Bin(double.MaxValue) + 2];
            for (int point = 0; point < points.Length; point += states)
            {
                double distance = 0;
                for (int state = 0; state < states; state++)
                {
                    double difference = points[point + state] - points[centre + state];
                    distance += difference * difference;
                }
                count[Bin(distance) + 1]++;
            }
            count[Bin(0) + 1]--;
            for (int bin = 1; bin < count.Length; bin++)
            {
                count[bin] += count[bin - 1];
            }
            neighbours[reference] = count;
        });
        return neighbours;
    }

    private static int Bin(double square) => (int)(BitConverter.DoubleToInt64Bits(square) >> BinShift);

    private static double LowerEdge(int bin) => BitConverter.Int64BitsToDouble((long)bin << BinShift);

    private static double Logarithm(int count) => count > 0 ? Math.Log(count) - (0.5 / count) : -1;

    private static double Slope(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double meanX = 0, meanY = 0, product = 0, square = 0;
        for (int i = 0; i < x.Length; i++)
        {
            meanX += x[i] / x.Length;
            meanY += y[i] / y.Length;
        }
        for (int i = 0; i < x.Length; i++)
        {
            product += (x[i] - meanX) * (y[i] - meanY);
            square += (x[i] - meanX) * (x[i] - meanX);
        }
        return product / square;
    }
}
