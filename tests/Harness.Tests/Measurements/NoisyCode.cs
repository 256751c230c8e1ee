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

    // A is read off noise-free activations of the same seed: a regression on rows of the tree.
    private static Matrix<double> Map(ContextTable contexts, Planted planted, string hook, int seed, int states, int width)
    {
        Rows rows = new();
        using INetwork network = (planted with { Noise = 0 }).Load(contexts.Tree, new Seed(seed), []);
        network.Evaluate(contexts.Tree, [hook], rows, CancellationToken.None);
        Matrix<double> beliefs = Matrix<double>.Build.Dense(contexts.Count, states + 1, (row, s) => s < states ? contexts.Belief(row)[s] : 1);
        Matrix<double> activations = Matrix<double>.Build.Dense(contexts.Count, width, (row, i) => rows.Values[(row * width) + i]);
        return beliefs.Svd().Solve(activations).SubMatrix(0, states, 0, width).Transpose();
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
