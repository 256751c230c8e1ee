using Harness.Specs;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Harness.Processes.Compositions;

/// <summary>Makes the process of factors of which some are controlled by the token of the factor before.</summary>
/// <remarks>
/// Where the variants of every controlled factor start alike and share their stationary law, that law is not disturbed by whatever chooses among them, and the
/// factors stay factored. Otherwise the long-run law of the chain correlates the factors: the chain is written out as one model, and starts from that law.
/// </remarks>
internal static class FactorChain
{
    /// <summary>Largest difference (max norm) of two laws that is taken for rounding.</summary>
    public const double RoundingDistance = 1e-9;

    /// <exception cref="CompositionException">The chain has to be written out and is too large, or its stationary law cannot be computed.</exception>
    public static LinearProcess Of(string id, IReadOnlyList<Factor> factors)
    {
        FactoredProcess factored = new(new ProcessName(id, FactoredProcess.JointSymbols(factors)), factors);
        int uneven = Enumerable.Range(0, factors.Count).FirstOrDefault(i => !IsEven(factors[i]), -1);
        if (uneven < 0)
        {
            return factored;
        }
        HiddenMarkovModel written = Expansion.Of(factored,
            FormattableString.Invariant($"The variants of factor {uneven + 1} start or settle differently, so that the stationary law of the chain ties its factors together. "));
        double[] stationary = Stationary(written);
        return new HiddenMarkovModel(written.Id, written.Parameters, written.Symbols, written.States, [.. Enumerable.Range(0, written.SymbolCount).Select(z => written.TransitionMatrix(z).ToArray())],
            stationary, stationary, written.Kind == ProcessKind.Ghmm ? written.Readout.ToArray() : null);
    }

    private static bool IsEven(Factor factor) =>
        factor.Variants.All(variant => Distance(variant.Start, factor.First.Start) <= RoundingDistance && Distance(variant.Stationary, factor.First.Stationary) <= RoundingDistance);

    private static double[] Stationary(HiddenMarkovModel model)
    {
        if (model.Kind == ProcessKind.Hmm)
        {
            return LongRun.Law(model.Chain.ToArray(), RecurrentClasses.Of(model.Chain.ToArray(), model.StateCount), [.. model.Start]);
        }
        // Row and column eigenvectors of the eigenvalue 1, each set a basis: uT^n has the time average uR(LR)⁻¹L.
        int states = model.StateCount;
        Matrix<double> chain = Matrix<double>.Build.DenseOfRowMajor(states, states, model.Chain.ToArray());
        Svd<double> svd = (chain - Matrix<double>.Build.DenseIdentity(states)).Svd();
        int kept = svd.S.Count(value => value <= RoundingDistance);
        Matrix<double> left = svd.U.SubMatrix(0, states, states - kept, kept).Transpose(), right = svd.VT.SubMatrix(states - kept, kept, 0, states).Transpose();
        Vector<double> start = Vector<double>.Build.DenseOfEnumerable(model.Start);
        Vector<double> stationary = kept > 0 ? (start * right * (left * right).Inverse()) * left : start;
        double residual = ((stationary * chain) - stationary).InfinityNorm() + Math.Abs(model.Mass([.. stationary]) - 1);
        return residual <= RoundingDistance
            ? [.. stationary]
            : throw new CompositionException(Problems.NoFixedPoint($"The stationary law of '{model.Id}' is not determined.", "Use variants with the same stationary law."));
    }

    private static double Distance(IReadOnlyList<double> a, IReadOnlyList<double> b) => a.Zip(b, (x, y) => Math.Abs(x - y)).Max();
}
