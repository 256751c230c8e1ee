using System.Runtime.CompilerServices;

namespace Harness.Measurements;

/// <summary>How well a quantity of pairs of decoded vectors follows the same quantity of the true ones: a weighted linear regression over pairs.</summary>
/// <param name="RSquared">R² of the straight line, with the sign of its slope: an agreement that runs backwards is none.</param>
/// <param name="Slope">Of the decoded quantity against the true one; null where the true one does not vary.</param>
/// <param name="Pairs">How many pairs were used.</param>
internal sealed record PairAgreement(Measured RSquared, double? Slope, double? Intercept, long Pairs)
{
    // A variance below this share of the mean square is what rounding leaves of none.
    private const double RoundingShare = 1e-12;

    /// <param name="truth">Row by row in the order of <see cref="ContextPairs.Contexts"/>.</param>
    public static PairAgreement Of(ContextPairs pairs, PairQuantity quantity, double[] truth, double[] decoded)
    {
        int contexts = pairs.Contexts.Length;
        if (contexts < 2)
        {
            return Undefined("fewer than two contexts are scored", pairs);
        }
        int wide = truth.Length / contexts, narrow = decoded.Length / contexts;
        if (quantity == PairQuantity.Cosine && !(Normalise(truth, wide) & Normalise(decoded, narrow)))
        {
            return Undefined("a vector is zero, and has no direction", pairs);
        }
        Sums sums = default;
        if (pairs.Drawn is { } drawn)
        {
            for (int pair = 0; pair < drawn.First.Length; pair++)
            {
                int i = drawn.First[pair], j = drawn.Second[pair];
                sums.Add(1, Quantity(quantity, truth, wide, i, j), Quantity(quantity, decoded, narrow, i, j));
            }
        }
        else
        {
            for (int i = 0; i < contexts; i++)
            {
                Sums row = Row(pairs, quantity, truth, wide, decoded, narrow, i);
                sums.Add(pairs.Weights[i], row);
            }
        }
        return sums.Line(pairs.Count);
    }

    private static PairAgreement Undefined(string why, ContextPairs pairs) => new(Measured.Undefined(why), null, null, pairs.Count);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Sums Row(ContextPairs pairs, PairQuantity quantity, double[] truth, int wide, double[] decoded, int narrow, int i)
    {
        Sums row = default;
        for (int j = i + 1; j < pairs.Weights.Length; j++)
        {
            row.Add(pairs.Weights[j], Quantity(quantity, truth, wide, i, j), Quantity(quantity, decoded, narrow, i, j));
        }
        return row;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Quantity(PairQuantity quantity, double[] vectors, int width, int i, int j)
    {
        ReadOnlySpan<double> a = vectors.AsSpan(i * width, width), b = vectors.AsSpan(j * width, width);
        double sum = 0;
        if (quantity == PairQuantity.Cosine)
        {
            for (int k = 0; k < a.Length; k++)
            {
                sum += a[k] * b[k];
            }
            return sum;
        }
        for (int k = 0; k < a.Length; k++)
        {
            double difference = a[k] - b[k];
            sum += difference * difference;
        }
        return Math.Sqrt(sum);
    }

    // To unit length; false where a vector has none.
    private static bool Normalise(double[] vectors, int width)
    {
        for (int row = 0; row < vectors.Length; row += width)
        {
            double length = Math.Sqrt(Numerics.Cholesky.Dot(vectors.AsSpan(row, width), vectors.AsSpan(row, width)));
            if (!(length > 0))
            {
                return false;
            }
            for (int k = row; k < row + width; k++)
            {
                vectors[k] /= length;
            }
        }
        return true;
    }

    private record struct Sums(double Weight, double X, double Y, double XX, double YY, double XY)
    {
        public void Add(double weight, double x, double y)
        {
            Weight += weight;
            X += weight * x;
            Y += weight * y;
            XX += weight * x * x;
            YY += weight * y * y;
            XY += weight * x * y;
        }

        public void Add(double weight, Sums other)
        {
            Weight += weight * other.Weight;
            X += weight * other.X;
            Y += weight * other.Y;
            XX += weight * other.XX;
            YY += weight * other.YY;
            XY += weight * other.XY;
        }

        public readonly PairAgreement Line(long pairs)
        {
            double x = X / Weight, y = Y / Weight, xx = (XX / Weight) - (x * x), yy = (YY / Weight) - (y * y), xy = (XY / Weight) - (x * y);
            if (!(xx > RoundingShare * XX / Weight))
            {
                return new(Measured.Undefined("the true quantity is the same for every pair"), null, null, pairs);
            }
            // What does not vary follows nothing.
            double agreement = yy > RoundingShare * YY / Weight ? Math.Sign(xy) * Math.Min(1, xy * xy / (xx * yy)) : 0;
            return new(Measured.Of(agreement), xy / xx, y - (xy / xx * x), pairs);
        }
    }
}
