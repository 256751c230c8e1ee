namespace Harness.Numerics;

/// <summary>The product of a tensor with a matrix along one axis.</summary>
/// <remarks>
/// A tensor of any number of axes is read as three: all axes before the one that is multiplied (<c>left</c> cells), the axis itself, and all
/// axes behind it (<c>right</c> cells), row-major. A Kronecker product of matrices is applied factor by factor in this way: the cost is
/// the sum of the factors' sizes and not their product.
/// </remarks>
internal static class ModeProduct
{
    /// <summary>result[l, c, r] = Σ_k tensor[l, k, r] · matrix[k, c].</summary>
    /// <param name="tensor">[left, rows, right].</param>
    /// <param name="matrix">[rows, columns].</param>
    /// <param name="result">[left, columns, right]; must not overlap the tensor.</param>
    public static void Times(ReadOnlySpan<double> tensor, ReadOnlySpan<double> matrix, int rows, int columns, Span<double> result, int left, int right)
    {
        result.Clear();
        for (int l = 0; l < left; l++)
        {
            for (int k = 0; k < rows; k++)
            {
                ReadOnlySpan<double> source = tensor.Slice(((l * rows) + k) * right, right);
                for (int c = 0; c < columns; c++)
                {
                    double factor = matrix[(k * columns) + c];
                    if (factor != 0)
                    {
                        Span<double> target = result.Slice(((l * columns) + c) * right, right);
                        for (int r = 0; r < source.Length; r++)
                        {
                            target[r] += factor * source[r];
                        }
                    }
                }
            }
        }
    }

    /// <summary>v·w.</summary>
    public static double Dot(ReadOnlySpan<double> v, ReadOnlySpan<double> w)
    {
        double sum = 0;
        for (int i = 0; i < v.Length; i++)
        {
            sum += v[i] * w[i];
        }
        return sum;
    }
}
