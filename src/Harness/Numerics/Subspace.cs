using MathNet.Numerics.LinearAlgebra;

namespace Harness.Numerics;

/// <summary>A subspace of ℝᴰ by an orthonormal basis, and the principal angles between two of them (Björck and Golub 1973).</summary>
internal sealed class Subspace
{
    private readonly Matrix<double> _basis;

    private Subspace(Matrix<double> basis) => _basis = basis;

    public int Dimension => _basis.RowCount;

    /// <summary>D, the dimension of the space around it.</summary>
    public int Ambient => _basis.ColumnCount;

    /// <summary>The span of some vectors: the right singular vectors whose singular value exceeds a share of the largest; null where there are none.</summary>
    public static Subspace? Span(IReadOnlyList<double[]> vectors, double relativeTolerance)
    {
        var svd = Matrix<double>.Build.DenseOfRowArrays(vectors).Svd();
        int rank = svd.S.Count(value => value > relativeTolerance * svd.S[0]);
        return rank > 0 ? new Subspace(svd.VT.SubMatrix(0, rank, 0, svd.VT.ColumnCount)) : null;
    }

    /// <summary>Cosines of the principal angles, largest first: the singular values of Q₁Q₂ᵀ.</summary>
    public double[] Cosines(Subspace other) =>
        [.. (_basis * other._basis.Transpose()).Svd(computeVectors: false).S.Select(value => Math.Min(1, value))];

    /// <summary>Σσ² / min(d₁, d₂): 1 where the smaller lies in the larger, 0 where they are orthogonal.</summary>
    public double Overlap(Subspace other) => Cosines(other).Sum(cosine => cosine * cosine) / Math.Min(Dimension, other.Dimension);

    /// <summary>The expected overlap of two random subspaces of these dimensions, max(d₁, d₂) / D.</summary>
    public double ExpectedOverlap(Subspace other) => (double)Math.Max(Dimension, other.Dimension) / Ambient;
}
