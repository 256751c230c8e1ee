using System.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Harness.Numerics;

/// <summary>The distinct eigenvalues of a real square matrix, largest modulus first; of equal ones the greater real part, then the positive imaginary part.</summary>
/// <remarks>
/// The matrix is block triangular in the order of its strongly connected components, so its eigenvalues are those of the components: states that
/// are never met again give exact zeros, whatever long Jordan block they form. Within a component the numerical eigenvalues of a Jordan
/// block of size ν scatter by about ε^(1/ν) around their mean, which is taken for the value; eigenvalues nearer than 10⁻⁶ are one.
/// The index is the least ν with dim ker (A − λ)^ν = multiplicity, by the singular values.
/// </remarks>
internal static class Eigenvalues
{
    /// <summary>Singular values below this part of the largest are 0.</summary>
    public const double NoRank = 1e-9;

    private const double OneValue = 1e-6;
    private const double Negligible = 1e-13;

    /// <param name="matrix">Row-major n×n.</param>
    public static IReadOnlyList<Eigenvalue> Of(double[] matrix, int size)
    {
        List<List<Complex>> groups = [];
        foreach (Complex value in Values(matrix, size).OrderByDescending(value => value.Magnitude))
        {
            List<Complex>? group = groups.Find(members => (Mean(members) - value).Magnitude < OneValue);
            if (group is null)
            {
                groups.Add(group = []);
            }
            group.Add(value);
        }
        Matrix<Complex> complex = Matrix<Complex>.Build.Dense(size, size, (row, column) => matrix[(row * size) + column]);
        return [.. groups.Select(members => new Eigenvalue(Mean(members), members.Count, Index(complex, Mean(members), members.Count)))
            .OrderByDescending(eigenvalue => Math.Round(eigenvalue.Value.Magnitude, 9)).ThenByDescending(eigenvalue => Math.Round(eigenvalue.Value.Real, 9))
            .ThenByDescending(eigenvalue => eigenvalue.Value.Imaginary)];
    }

    /// <summary>(A − λ)^power.</summary>
    public static Matrix<Complex> Shifted(Matrix<Complex> matrix, Complex value, int power) =>
        (matrix - (Matrix<Complex>.Build.DenseIdentity(matrix.RowCount) * value)).Power(power);

    private static IEnumerable<Complex> Values(double[] matrix, int size)
    {
        int[] edges = [.. matrix.Select((entry, cell) => entry != 0 ? cell % size : -1)];
        int[] component = StrongComponents.Of(edges, size);
        foreach (int[] members in Enumerable.Range(0, size).GroupBy(state => component[state]).Select(group => group.ToArray()))
        {
            Matrix<double> block = Matrix<double>.Build.Dense(members.Length, members.Length, (row, column) => matrix[(members[row] * size) + members[column]]);
            foreach (Complex value in members.Length == 1 ? [block[0, 0]] : block.Evd(Symmetricity.Asymmetric).EigenValues.ToArray())
            {
                yield return value;
            }
        }
    }

    private static int Index(Matrix<Complex> matrix, Complex value, int multiplicity)
    {
        int index = 1;
        while (index < multiplicity && Nullity(Shifted(matrix, value, index)) < multiplicity)
        {
            index++;
        }
        return index;
    }

    private static int Nullity(Matrix<Complex> matrix)
    {
        double[] singular = [.. matrix.Svd(false).S.Select(value => value.Magnitude)];
        return singular.Count(value => value <= NoRank * Math.Max(1, singular[0]));
    }

    private static Complex Mean(List<Complex> members)
    {
        Complex mean = members.Aggregate(Complex.Zero, (sum, value) => sum + value) / members.Count;
        return new Complex(Math.Abs(mean.Real) < Negligible ? 0 : mean.Real, Math.Abs(mean.Imaginary) < Negligible ? 0 : mean.Imaginary);
    }
}
