using Harness.Measurements;
using MathNet.Numerics.LinearAlgebra;

namespace Harness.Tests.Measurements;

/// <summary>Affine regression on rows that are really there, by MathNet: what the cross-products must agree with.</summary>
/// <param name="features">The features of a context.</param>
internal sealed class ExplicitRegression(ContextTable contexts, double[] weights, Func<int, double[]> features, Func<int, double[]> targets)
{
    /// <summary>R² of the fit to all rows, about the weighted mean.</summary>
    public double InSample()
    {
        int[] all = [.. Rows(_ => true)];
        (double error, double spread) = Score(Solve(all, ridge: 1e-12), Mean(all), all);
        return 1 - (error / spread);
    }

    /// <summary>R² held out by folds; the penalty of each fold is the one that does best on the others, each left out in turn.</summary>
    public double HeldOut(int[] folds, IReadOnlyList<double> penalties)
    {
        double error = 0, spread = 0;
        for (int outer = 0; outer < Folds.Count; outer++)
        {
            int[] inner = [.. Enumerable.Range(0, Folds.Count).Where(fold => fold != outer)];
            double best = penalties.MinBy(penalty => inner.Sum(left => Score(
                [.. Rows(context => folds[context] != outer && folds[context] != left)], [.. Rows(context => folds[context] == left)], penalty).Error));
            (double sse, double sst) = Score([.. Rows(context => folds[context] != outer)], [.. Rows(context => folds[context] == outer)], best);
            (error, spread) = (error + sse, spread + sst);
        }
        return 1 - (error / spread);
    }

    private (double Error, double Spread) Score(int[] fit, int[] held, double penalty) => Score(Solve(fit, penalty), Mean(fit), held);

    private IEnumerable<int> Rows(Func<int, bool> where) => Enumerable.Range(0, contexts.Count).Where(context => weights[context] > 0 && where(context));

    private Func<int, double[]> Solve(int[] rows, double ridge)
    {
        Vector<double> featureMean = Average(rows, features), targetMean = Average(rows, targets);
        Matrix<double> x = Stack(rows, features, featureMean), y = Stack(rows, targets, targetMean);
        Matrix<double> second = x.TransposeThisAndMultiply(x);
        Matrix<double> penalty = Matrix<double>.Build.DenseIdentity(x.ColumnCount) * (ridge * second.Trace() / x.ColumnCount);
        Matrix<double> map = (second + penalty).Solve(x.TransposeThisAndMultiply(y));
        return context => [.. targetMean + ((Vector<double>.Build.Dense(features(context)) - featureMean) * map)];
    }

    private Func<int, double[]> Mean(int[] rows)
    {
        double[] mean = [.. Average(rows, targets)];
        return _ => mean;
    }

    private (double Error, double Spread) Score(Func<int, double[]> fitted, Func<int, double[]> mean, int[] rows) =>
        (rows.Sum(row => weights[row] * Distance(targets(row), fitted(row))), rows.Sum(row => weights[row] * Distance(targets(row), mean(row))));

    private Vector<double> Average(int[] rows, Func<int, double[]> values) =>
        rows.Select(row => weights[row] * Vector<double>.Build.Dense(values(row))).Aggregate((a, b) => a + b) / rows.Sum(row => weights[row]);

    // Rows scaled by √weight, about the mean.
    private Matrix<double> Stack(int[] rows, Func<int, double[]> values, Vector<double> mean) =>
        Matrix<double>.Build.DenseOfRowVectors(rows.Select(row => Math.Sqrt(weights[row]) * (Vector<double>.Build.Dense(values(row)) - mean)));

    private static double Distance(double[] a, double[] b) => a.Zip(b).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second));
}
