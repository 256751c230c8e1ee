using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Harness.Numerics;

/// <summary>Accumulates G += BᵀB in float64 for rows that arrive a batch at a time; upper triangle of 8×8 tiles.</summary>
/// <remarks>
/// A batch is packed into panels of eight columns, rows contiguous within a panel, so that the inner loop is eight fused
/// multiply-adds of one vector with eight broadcasts and touches memory in order.
/// </remarks>
internal sealed class CrossProductKernel(int columns)
{
    public const int BatchRows = 192;
    private const int Lanes = 8;
    private readonly int _panels = (columns + Lanes - 1) / Lanes;
    private readonly double[] _batch = new double[((columns + Lanes - 1) / Lanes) * Lanes * BatchRows];
    private int _rows;

    /// <summary>Leading dimension of the accumulated matrix: the columns, rounded up to a multiple of eight.</summary>
    public int Stride => _panels * Lanes;

    public double[] NewMatrix() => new double[Stride * Stride];

    /// <summary>Adds a row scaled by √weight; flushes into <paramref name="gram"/> when the batch is full.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<double> row, double weight, double[] gram)
    {
        double scale = Math.Sqrt(weight);
        int at = _rows * Lanes;
        for (int column = 0; column < row.Length; column++)
        {
            _batch[((column / Lanes) * Lanes * BatchRows) + at + (column % Lanes)] = scale * row[column];
        }
        if (++_rows == BatchRows)
        {
            Flush(gram);
        }
    }

    /// <summary>Accumulates what is pending. Must be called before rows for another matrix are added.</summary>
    public void Flush(double[] gram)
    {
        if (_rows == 0)
        {
            return;
        }
        for (int right = 0; right < _panels; right++)
        {
            for (int left = 0; left <= right; left++)
            {
                Tile(left, right, gram);
            }
        }
        _rows = 0;
    }

    /// <summary>Copies the upper tiles to the lower ones, so that the matrix is whole.</summary>
    public void Symmetrise(double[] gram)
    {
        for (int i = 0; i < Stride; i++)
        {
            for (int j = 0; j < i; j++)
            {
                gram[(i * Stride) + j] = gram[(j * Stride) + i];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Tile(int left, int right, double[] gram)
    {
        ref double batch = ref MemoryMarshal.GetArrayDataReference(_batch);
        ref double a = ref Unsafe.Add(ref batch, left * Lanes * BatchRows);
        ref double b = ref Unsafe.Add(ref batch, right * Lanes * BatchRows);
        Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (int row = 0; row < _rows; row++)
        {
            Vector512<double> v = Vector512.LoadUnsafe(ref b);
            s0 = Vector512.FusedMultiplyAdd(Vector512.Create(a), v, s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 1)), v, s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 2)), v, s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 3)), v, s3);
            s4 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 4)), v, s4);
            s5 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 5)), v, s5);
            s6 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 6)), v, s6);
            s7 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref a, 7)), v, s7);
            a = ref Unsafe.Add(ref a, Lanes);
            b = ref Unsafe.Add(ref b, Lanes);
        }
        ref double tile = ref gram[(left * Lanes * Stride) + (right * Lanes)];
        AddTo(ref tile, s0);
        AddTo(ref Unsafe.Add(ref tile, Stride), s1);
        AddTo(ref Unsafe.Add(ref tile, 2 * Stride), s2);
        AddTo(ref Unsafe.Add(ref tile, 3 * Stride), s3);
        AddTo(ref Unsafe.Add(ref tile, 4 * Stride), s4);
        AddTo(ref Unsafe.Add(ref tile, 5 * Stride), s5);
        AddTo(ref Unsafe.Add(ref tile, 6 * Stride), s6);
        AddTo(ref Unsafe.Add(ref tile, 7 * Stride), s7);
    }

    private static void AddTo(ref double target, Vector512<double> values) => (Vector512.LoadUnsafe(ref target) + values).StoreUnsafe(ref target);
}
