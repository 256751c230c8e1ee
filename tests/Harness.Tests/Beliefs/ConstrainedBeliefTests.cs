using Harness.Beliefs;
using Harness.Processes;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace Harness.Tests.Beliefs;

public sealed class ConstrainedBeliefTests
{
    [Theory]
    [InlineData(0.15, 0.6, 0.975)]
    [InlineData(0.15, 0.2, 0.973)]
    [InlineData(0.5, 0.6, 0.958)]
    [InlineData(0.5, 0.2, 0.982)]
    [InlineData(0.05, 0.85, 0.78)]
    public void Of_Mess3_DeterminesTheBeliefAsFarAsPublished(double x, double a, double rSquared) =>
        Assert.Equal(rSquared, RSquared(BeliefTree.Grow(KnownProcesses.Mess3(x, a), 10), 7), 0.01);

    [Fact]
    public void Of_Tree_IsTheSumOverTheTokensOfEachWord()
    {
        var tree = BeliefTree.Grow(KnownProcesses.RandomRandomXor, 6);
        ConstrainedBelief constrained = new(KnownProcesses.RandomRandomXor);
        double[] beliefs = constrained.Of(tree);

        for (int node = 0; node < tree.Count; node++)
        {
            Digits.Agree(constrained.Of(tree.Word(node)), beliefs[(node * 5)..((node + 1) * 5)], 1e-14);
            Assert.Equal(1, beliefs[(node * 5)..((node + 1) * 5)].Sum(), 1e-13);
        }
    }

    [Fact]
    public void Of_OneToken_IsItsPosterior() =>
        Digits.Agree([0.6, 0.2, 0.2], new ConstrainedBelief(KnownProcesses.Mess3(0.15, 0.6)).Of([0]), 1e-14);

    [Fact]
    public void Of_StronglyInformativeTokens_LeavesTheSimplex()
    {
        var tree = BeliefTree.Grow(KnownProcesses.Mess3(0.05, 0.85), 10);

        Assert.InRange(new ConstrainedBelief(KnownProcesses.Mess3(0.05, 0.85)).Of(tree).Min(), -1.1, -0.5);
    }

    // Of the belief on r, affinely, weighted by probability, contexts of at least some length.
    private static double RSquared(BeliefTree tree, int shortest)
    {
        int states = tree.Process.StateCount, first = tree.LevelStart[shortest], rows = tree.Count - first;
        double[] constrained = new ConstrainedBelief((HiddenMarkovModel)tree.Process).Of(tree);
        var weight = Vector<double>.Build.Dense(rows, row => Math.Sqrt(tree.Probabilities[first + row]));
        var inputs = Matrix<double>.Build.Dense(rows, states, (row, i) => weight[row] * (i == 0 ? 1 : constrained[((first + row) * states) + i]));
        var beliefs = Matrix<double>.Build.Dense(rows, states, (row, i) => weight[row] * tree.Belief(first + row)[i]);
        var means = Matrix<double>.Build.Dense(rows, 1, (row, _) => weight[row]);
        double Unexplained(Matrix<double> given) =>
            (beliefs - (given * given.TransposeThisAndMultiply(given).Solve(given.TransposeThisAndMultiply(beliefs)))).Enumerate().Sum(error => error * error);
        return 1 - (Unexplained(inputs) / Unexplained(means));
    }
}
