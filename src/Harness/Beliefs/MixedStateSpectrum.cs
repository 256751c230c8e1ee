using Harness.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Complex = System.Numerics.Complex;

namespace Harness.Beliefs;

/// <summary>The spectral decomposition of the chain on the mixed states: which modes its convergence is made of.</summary>
/// <remarks>
/// h_{L+1} = ⟨δ|W^L|H⟩ = Σ_λ Σ_m C(L, m) λ^(L−m) ⟨δ|W_{λ,m}|H⟩, with H the next-token entropies of the mixed states. The eigenvalue 0 makes the drops that are
/// over after a finite time, others decay as |λ|^L and turn with arg λ. E = Σ_{|λ|&lt;1} Σ_m ⟨δ|W_{λ,m}|H⟩ / (1 − λ)^(m+1)
/// (Crutchfield, Ellison and Riechers 2013; Riechers and Crutchfield 2018).
/// </remarks>
internal sealed class MixedStateSpectrum
{
    /// <summary>More mixed states than this are not decomposed.</summary>
    public const int MostStates = 128;

    private const double OnUnitCircle = 1 - 1e-9;

    private MixedStateSpectrum(IReadOnlyList<SpectralTerm> terms) => Terms = terms;

    /// <summary>One for each distinct eigenvalue, largest modulus first.</summary>
    public IReadOnlyList<SpectralTerm> Terms { get; }

    /// <summary>Null where there are too many mixed states.</summary>
    public static MixedStateSpectrum? Of(BeliefChain chain)
    {
        int size = chain.Presentation.Count;
        if (size > MostStates)
        {
            return null;
        }
        double[] moves = chain.Matrix([.. Enumerable.Range(0, size)]);
        Matrix<Complex> matrix = Matrix<Complex>.Build.Dense(size, size, (row, column) => moves[(row * size) + column]);
        Vector<Complex> entropies = Vector<Complex>.Build.Dense(size, state => chain.EntropiesNats[state]);
        return new MixedStateSpectrum([.. Eigenvalues.Of(moves, size).Select(eigenvalue => Term(matrix, entropies, eigenvalue))]);
    }

    /// <summary>h_{L+1} put together again.</summary>
    public double MyopicEntropyNats(int context) => Terms.Sum(term => term.AtContext(context).Real);

    /// <summary>The sum of all that decays.</summary>
    public double ExcessEntropyNats() => Terms.Where(term => term.Eigenvalue.Magnitude < OnUnitCircle)
        .Sum(term => term.AmplitudesNats.Select((amplitude, m) => (amplitude / Complex.Pow(1 - term.Eigenvalue, m + 1)).Real).Sum());

    // With R and L bases of the right and left kernels of (W − λ)^ν the projector is R (LᵀR)⁻¹ Lᵀ.
    private static SpectralTerm Term(Matrix<Complex> matrix, Vector<Complex> entropies, Eigenvalue eigenvalue)
    {
        Matrix<Complex> power = Eigenvalues.Shifted(matrix, eigenvalue.Value, eigenvalue.Index);
        Matrix<Complex> right = Kernel(power, eigenvalue.Multiplicity), left = Kernel(power.Transpose(), eigenvalue.Multiplicity);
        Matrix<Complex> gram = left.TransposeThisAndMultiply(right);
        List<Complex> amplitudes = [];
        for (int m = 0; m < eigenvalue.Index; m++)
        {
            amplitudes.Add((right * gram.Solve(left.TransposeThisAndMultiply(entropies)))[0]);
            entropies = (matrix * entropies) - (entropies * eigenvalue.Value);
        }
        return new SpectralTerm(eigenvalue.Value, eigenvalue.Multiplicity, amplitudes);
    }

    // The right singular vectors of the smallest singular values.
    private static Matrix<Complex> Kernel(Matrix<Complex> matrix, int dimension) =>
        matrix.Svd().VT.SubMatrix(matrix.RowCount - dimension, dimension, 0, matrix.RowCount).ConjugateTranspose();
}
