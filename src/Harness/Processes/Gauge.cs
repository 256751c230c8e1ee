using Harness.Specs;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Complex = System.Numerics.Complex;

namespace Harness.Processes;

/// <summary>What a generalised hidden Markov model needs beside its matrices: φ and π.</summary>
/// <param name="Readout">φ: Tφ = φ, scaled to sum to the dimension.</param>
/// <param name="Stationary">π: πT = π, πφ = 1.</param>
/// <remarks>
/// T = Σ_z T⁽ᶻ⁾. With T − I = UΣVᵀ and its least singular value 0, φ is the last column of V and π the last of U. The eigenvalue 1 must be
/// simple: one vanishing singular value only, and πφ ≠ 0, without which it would have a Jordan block. φ and π are determined up to
/// their scales: that they are fixed by Σφ = S is the convention of published implementations, not a law.
/// </remarks>
internal sealed record Gauge(double[] Readout, double[] Stationary)
{
    /// <summary>The most states of a generalised model.</summary>
    public const int MaxStates = 256;

    private const double Vanishing = 1e-9;

    /// <returns>Null when something was reported.</returns>
    public static Gauge? Of(FamilyMember member, double[][] matrices)
    {
        int states = member.States.Count;
        Matrix<double> chain = Chain(matrices, states);
        if (!Finite(member, chain))
        {
            return null;
        }
        Svd<double> svd = (chain - Matrix<double>.Build.DenseIdentity(states)).Svd();
        if (svd.S[states - 1] > Vanishing)
        {
            Report(member, $"1 is not an eigenvalue of T = Σ T⁽ᶻ⁾: the nearest is {Show(Nearest(chain))}",
                "Scale the matrices, or let \"normalization\": \"spectral\" do so.");
            return null;
        }
        Vector<double> readout = svd.VT.Row(states - 1), stationary = svd.U.Column(states - 1);
        if ((states > 1 && svd.S[states - 2] <= Vanishing) || Math.Abs(readout.DotProduct(stationary)) <= Vanishing)
        {
            Report(member, "1 is a repeated eigenvalue of T = Σ T⁽ᶻ⁾, so that φ and π are not determined",
                "Split the process into parts, or choose parameters at which the eigenvalue 1 is simple.");
            return null;
        }
        if (Math.Abs(readout.Sum()) <= Vanishing)
        {
            Report(member, "The right eigenvector φ of T = Σ T⁽ᶻ⁾ sums to 0, so that it cannot be scaled to sum to the dimension", "Write the process in another basis.");
            return null;
        }
        readout *= states / readout.Sum();
        stationary /= stationary.DotProduct(readout);
        return new Gauge([.. readout], [.. stationary]);
    }

    /// <summary>Divides the matrices by the spectral radius of their sum.</summary>
    public static void NormalizeSpectral(FamilyMember member, double[][] matrices)
    {
        Matrix<double> chain = Chain(matrices, member.States.Count);
        if (!Finite(member, chain))
        {
            return;
        }
        Complex[] eigenvalues = [.. chain.Evd().EigenValues];
        double radius = eigenvalues.Max(value => value.Magnitude);
        if (!(radius > 0 && double.IsFinite(radius)))
        {
            Report(member, FormattableString.Invariant($"The spectral radius of Σ T⁽ᶻ⁾ is {radius:R}, so that the matrices cannot be divided by it"), "Give the process transitions of positive weight.");
            return;
        }
        foreach (double[] matrix in matrices)
        {
            foreach (ref double entry in matrix.AsSpan())
            {
                entry /= radius;
            }
        }
    }

    private static bool Finite(FamilyMember member, Matrix<double> chain)
    {
        bool finite = chain.ForAll(double.IsFinite);
        if (!finite)
        {
            Report(member, "An entry of T = Σ T⁽ᶻ⁾ is not finite", "Use less extreme numbers.");
        }
        return finite;
    }

    private static void Report(FamilyMember member, string what, string remedy) => member.At["transitions"].Report(Problems.NoFixedPoint($"{what}{member.Given}.", remedy));

    private static Matrix<double> Chain(double[][] matrices, int states) => Matrix<double>.Build.DenseOfRowMajor(states, states, TransitionTable.Sum(matrices));

    private static Complex Nearest(Matrix<double> chain) => chain.Evd().EigenValues.MinBy(value => (value - 1).Magnitude);

    private static string Show(Complex value) => value.Imaginary == 0
        ? FormattableString.Invariant($"{value.Real:G9}")
        : FormattableString.Invariant($"{value.Real:G9} ± {Math.Abs(value.Imaginary):G9}i");
}
