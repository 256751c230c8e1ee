using Harness.Beliefs;
using Harness.Processes;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace Harness.Tests.Processes.Compositions;

/// <summary>In how many dimensions the beliefs of arXiv:2602.02385's process lie, joint and factored: contexts 0..8 pooled equally, each weighted by its probability.</summary>
/// <remarks>
/// Nobody lists 432⁸ contexts: of independent factors E[η⊗η] at one length is the product of the factors' E[η_i⊗η_i], and E[η] = π at every length.
/// </remarks>
public sealed class FactoredGeometryTests
{
    private const int Longest = 8;

    private static readonly double[] s_shares = [0.90, 0.945, 0.95, 0.99];

    private readonly LinearProcess[] _factors = [.. Composed.Factored("\"mess3-bloch-product\"").Factors.Select(factor => factor.First)];

    [Theory]
    [InlineData(0, 106, 134, 140, 199)]
    [InlineData(Longest, 110, 143, 148, 202)]
    public void JointBeliefs_OfThePublishedProduct_FillTheJointSpace(int shortest, params int[] components)
    {
        Matrix<double>[][] moments = Moments();
        Matrix<double> pooled = Enumerable.Range(shortest, Longest - shortest + 1)
            .Select(length => moments.Select(factor => factor[length]).Aggregate((left, right) => left.KroneckerProduct(right)))
            .Aggregate((sum, next) => sum + next) / (Longest - shortest + 1);
        Vector<double> mean = _factors.Select(Mean).Aggregate((left, right) => Vector<double>.Build.DenseOfEnumerable(left.SelectMany(x => right.Select(y => x * y))));

        double[] spectrum = Spectrum(pooled - mean.OuterProduct(mean));

        Assert.Equal(242, spectrum.Count(variance => variance > 1e-15));
        Assert.Equal(components, Components(spectrum));
    }

    /// <summary>Shares of variance of beliefs side by side depend on their gauges: with φ = (1, 0, 0) the Bloch beliefs are three times as long as with φ = (3, 0, 0).</summary>
    [Theory]
    [InlineData(3, 8, 9, 9, 10)]
    [InlineData(1, 9, 10, 10, 10)]
    public void FactoredBeliefs_OfThePublishedProduct_NeedTenDimensions(double blochLength, params int[] components)
    {
        // Independent factors do not covary, so that the spectrum is that of the factors together.
        double[] Variances(Matrix<double>[] moments, LinearProcess factor)
        {
            double length = factor.Kind == ProcessKind.Ghmm ? blochLength : 1;
            return Spectrum(((moments.Aggregate((sum, next) => sum + next) / moments.Length) - Mean(factor).OuterProduct(Mean(factor))) * length * length);
        }
        double[] spectrum = [.. Moments().Zip(_factors, Variances).SelectMany(variances => variances).OrderDescending()];

        Assert.Equal(10, spectrum.Count(variance => variance > 1e-12));
        Assert.Equal(components, Components(spectrum));
    }

    // [factor][length] = Σ_w P(w) ηᵀη.
    private Matrix<double>[][] Moments()
    {
        Dictionary<string, Matrix<double>[]> known = [];
        foreach (LinearProcess factor in _factors.DistinctBy(factor => factor.Id))
        {
            BeliefTree tree = BeliefTree.Grow(factor, Longest);
            known[factor.Id] = [.. Enumerable.Range(0, Longest + 1).Select(length =>
            {
                Matrix<double> moment = Matrix<double>.Build.Dense(factor.StateCount, factor.StateCount);
                for (int node = tree.LevelStart[length]; node < tree.LevelStart[length + 1]; node++)
                {
                    Vector<double> belief = Vector<double>.Build.Dense(tree.Belief(node).ToArray());
                    moment += tree.Probabilities[node] * belief.OuterProduct(belief);
                }
                return moment;
            })];
        }
        return [.. _factors.Select(factor => known[factor.Id])];
    }

    private static Vector<double> Mean(LinearProcess factor) => Vector<double>.Build.DenseOfEnumerable(factor.Stationary);

    private static double[] Spectrum(Matrix<double> covariance) => [.. covariance.Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).OrderDescending()];

    private static int[] Components(double[] spectrum)
    {
        double total = spectrum.Sum();
        return [.. s_shares.Select(share => Enumerable.Range(1, spectrum.Length).First(count => spectrum.Take(count).Sum() >= share * total))];
    }
}
