using System.Numerics;
using System.Runtime.CompilerServices;

namespace Harness.Numerics;

/// <summary>Cholesky factor of a symmetric positive definite matrix: A = LLᵀ, L lower triangular, row-major.</summary>
/// <remarks>
/// Row-oriented (Cholesky and Banachiewicz): every inner loop is a dot product or an update of contiguous memory. Compiled optimised at once:
/// most commands are over before a hot loop would be compiled a second time.
/// </remarks>
internal sealed class Cholesky
{
    private const int Columns = 4;
    private readonly double[] _factor;
    private readonly int _size;

    private Cholesky(double[] factor, int size)
    {
        _factor = factor;
        _size = size;
    }

    /// <summary>Factors A + ridge·I; null when it is not positive definite to working precision.</summary>
    /// <param name="matrix">Row-major size×size; only the lower triangle is read.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Cholesky? Factor(ReadOnlySpan<double> matrix, int size, double ridge)
    {
        double[] factor = new double[size * size];
        Span<double> partial = stackalloc double[Columns];
        for (int i = 0; i < size; i++)
        {
            Span<double> row = factor.AsSpan(i * size, i + 1);
            for (int j = 0; j < i; j += Columns)
            {
                // Four columns share each load of the row; their mutual terms follow one after the other.
                int width = Math.Min(Columns, i - j);
                if (width == Columns)
                {
                    FourDots(row[..j], factor.AsSpan(j * size), size, partial);
                }
                else
                {
                    for (int c = 0; c < width; c++)
                    {
                        partial[c] = Dot(row[..j], factor.AsSpan((j + c) * size, j));
                    }
                }
                for (int c = 0; c < width; c++)
                {
                    double sum = partial[c];
                    for (int earlier = 0; earlier < c; earlier++)
                    {
                        sum += row[j + earlier] * factor[((j + c) * size) + j + earlier];
                    }
                    row[j + c] = (matrix[(i * size) + j + c] - sum) / factor[((j + c) * size) + j + c];
                }
            }
            double pivot = matrix[(i * size) + i] + ridge - Dot(row[..i], row[..i]);
            if (!(pivot > 0))
            {
                return null;
            }
            row[i] = Math.Sqrt(pivot);
        }
        return new Cholesky(factor, size);
    }

    /// <summary>Solves in place for one right-hand side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Solve(Span<double> rightHandSide)
    {
        for (int i = 0; i < _size; i++)
        {
            ReadOnlySpan<double> row = _factor.AsSpan(i * _size, i + 1);
            rightHandSide[i] = (rightHandSide[i] - Dot(row[..i], rightHandSide[..i])) / row[i];
        }
        for (int i = _size - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = _factor.AsSpan(i * _size, i + 1);
            double value = rightHandSide[i] /= row[i];
            AddScaled(rightHandSide[..i], -value, row[..i]);
        }
    }

    /// <summary>tr(A⁻¹) = Σ over columns of ‖L⁻¹eᵢ‖².</summary>
    public double TraceOfInverse()
    {
        double trace = 0;
        double[] column = new double[_size];
        for (int k = 0; k < _size; k++)
        {
            Array.Clear(column);
            column[k] = 1 / _factor[(k * _size) + k];
            for (int i = k + 1; i < _size; i++)
            {
                column[i] = -Dot(_factor.AsSpan((i * _size) + k, i - k), column.AsSpan(k, i - k)) / _factor[(i * _size) + i];
            }
            trace += Dot(column.AsSpan(k), column.AsSpan(k));
        }
        return trace;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        int lanes = Vector<double>.Count, i = 0;
        Vector<double> first = Vector<double>.Zero, second = Vector<double>.Zero;
        for (; i <= a.Length - (2 * lanes); i += 2 * lanes)
        {
            first += new Vector<double>(a[i..]) * new Vector<double>(b[i..]);
            second += new Vector<double>(a[(i + lanes)..]) * new Vector<double>(b[(i + lanes)..]);
        }
        double sum = Vector.Sum(first + second);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourDots(ReadOnlySpan<double> a, ReadOnlySpan<double> rows, int stride, Span<double> sums)
    {
        int lanes = Vector<double>.Count, i = 0;
        ReadOnlySpan<double> first = rows[..a.Length], second = rows.Slice(stride, a.Length), third = rows.Slice(2 * stride, a.Length), fourth = rows.Slice(3 * stride, a.Length);
        Vector<double> s0 = Vector<double>.Zero, s1 = Vector<double>.Zero, s2 = Vector<double>.Zero, s3 = Vector<double>.Zero;
        for (; i <= a.Length - lanes; i += lanes)
        {
            Vector<double> shared = new(a[i..]);
            s0 += shared * new Vector<double>(first[i..]);
            s1 += shared * new Vector<double>(second[i..]);
            s2 += shared * new Vector<double>(third[i..]);
            s3 += shared * new Vector<double>(fourth[i..]);
        }
        (sums[0], sums[1], sums[2], sums[3]) = (Vector.Sum(s0), Vector.Sum(s1), Vector.Sum(s2), Vector.Sum(s3));
        for (; i < a.Length; i++)
        {
            sums[0] += a[i] * first[i];
            sums[1] += a[i] * second[i];
            sums[2] += a[i] * third[i];
            sums[3] += a[i] * fourth[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddScaled(Span<double> target, double scale, ReadOnlySpan<double> values)
    {
        int lanes = Vector<double>.Count, i = 0;
        for (; i <= target.Length - lanes; i += lanes)
        {
            (new Vector<double>(target[i..]) + (scale * new Vector<double>(values[i..]))).CopyTo(target[i..]);
        }
        for (; i < target.Length; i++)
        {
            target[i] += scale * values[i];
        }
    }
}
