using Harness.Activations;
using Harness.Measurements;
using Harness.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Harness.Tests.Measurements;

/// <summary>What the best affine decoder of a planted network scores in theory, given the planted map and the variance of the noise.</summary>
/// <remarks>
/// x = Aη + c + ε with Cov η = V (weighted) and Cov ε = s²I: the unexplained variance is tr(V − VAᵀ(AVAᵀ + s²I)⁻¹AV).
/// </remarks>
internal static class NoisyCode
{
    public static double RSquared(ContextTable contexts, Planted planted, string hook, int seed)
    {
        int states = contexts.Tree.Process.StateCount, width = planted.Width(hook);
        Matrix<double> covariance = Covariance(contexts, states);
        Matrix<double> map = Map(contexts, planted, hook, seed, states, width);
        Matrix<double> cross = map * covariance;
        Matrix<double> code = (cross * map.Transpose()) + (planted.Noise * planted.Noise * Matrix<double>.Build.DenseIdentity(width));
        return (cross.Transpose() * code.Inverse() * cross).Trace() / covariance.Trace();
    }

    /// <summary>Eigenvalues of Cov x = AVAᵀ + s²I, largest first.</summary>
    public static double[] Variances(ContextTable contexts, Planted planted, string hook, int seed)
    {
        int states = contexts.Tree.Process.StateCount, width = planted.Width(hook);
        Matrix<double> map = Map(contexts, planted, hook, seed, states, width);
        return [.. ((map * Covariance(contexts, states) * map.Transpose()) + (planted.Noise * planted.Noise * Matrix<double>.Build.DenseIdentity(width)))
            .Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real).OrderDescending()];
    }

    /// <summary>What that decoder makes of the noisy activations of every context.</summary>
    public static double[][] BestDecoded(ContextTable contexts, Planted planted, string hook, int seed)
    {
        int states = contexts.Tree.Process.StateCount, width = planted.Width(hook);
        Matrix<double> covariance = Covariance(contexts, states), map = Map(contexts, planted, hook, seed, states, width);
        Matrix<double> code = (map * covariance * map.Transpose()) + (planted.Noise * planted.Noise * Matrix<double>.Build.DenseIdentity(width));
        Matrix<double> decoder = covariance * map.Transpose() * code.Inverse();
        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.Trained);
        List<float> noisy = Evaluate(contexts, planted, hook, seed);
        Vector<double>[] rows = [.. Enumerable.Range(0, contexts.Count).Select(row => Vector<double>.Build.Dense(width, i => noisy[(row * width) + i]))];
        Vector<double> mean = rows.Zip(weights, (row, weight) => row * weight).Aggregate((a, b) => a + b);
        Vector<double> belief = Enumerable.Range(0, contexts.Count).Select(row => Vector<double>.Build.Dense(contexts.Belief(row).ToArray()) * weights[row]).Aggregate((a, b) => a + b);
        return [.. rows.Select(row => (belief + (decoder * (row - mean))).ToArray())];
    }

    // A is read off noise-free activations of the same seed: a regression on rows of the tree.
    private static Matrix<double> Map(ContextTable contexts, Planted planted, string hook, int seed, int states, int width)
    {
        List<float> values = Evaluate(contexts, planted with { Noise = 0 }, hook, seed);
        Matrix<double> beliefs = Matrix<double>.Build.Dense(contexts.Count, states + 1, (row, s) => s < states ? contexts.Belief(row)[s] : 1);
        Matrix<double> activations = Matrix<double>.Build.Dense(contexts.Count, width, (row, i) => values[(row * width) + i]);
        return beliefs.Svd().Solve(activations).SubMatrix(0, states, 0, width).Transpose();
    }

    private static List<float> Evaluate(ContextTable contexts, Planted planted, string hook, int seed)
    {
        Rows rows = new();
        using INetwork network = planted.Load(contexts.Tree, new Seed(seed), []);
        network.Evaluate(contexts.Tree, [hook], rows, CancellationToken.None);
        return rows.Values;
    }

    private static Matrix<double> Covariance(ContextTable contexts, int states)
    {
        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.Trained);
        Vector<double> mean = Vector<double>.Build.Dense(states);
        Matrix<double> second = Matrix<double>.Build.Dense(states, states);
        for (int context = 0; context < contexts.Count; context++)
        {
            Vector<double> belief = Vector<double>.Build.Dense(contexts.Belief(context).ToArray());
            mean += weights[context] * belief;
            second += weights[context] * belief.OuterProduct(belief);
        }
        return second - mean.OuterProduct(mean);
    }

    private sealed class Rows : IActivationVisitor
    {
        public List<float> Values { get; } = [];

        public void Visit(ActivationBlock block) => Values.AddRange(block.Activations[0]);
    }
}
