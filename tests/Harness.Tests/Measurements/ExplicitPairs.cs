using Harness.Measurements;
using MathNet.Numerics.Statistics;

namespace Harness.Tests.Measurements;

/// <summary>Agreement over pairs that are really listed, by MathNet: what the streaming sums must agree with.</summary>
internal static class ExplicitPairs
{
    /// <summary>Squared weighted correlation of distances or cosines of beliefs with those of what was decoded, by probability.</summary>
    public static double RSquared(ContextTable contexts, double[][] decoded, PairQuantity quantity)
    {
        double[] weights = contexts.Weights(Weighting.Probability, ContextScope.Trained);
        double[][] beliefs = [.. Enumerable.Range(0, contexts.Count).Select(context => contexts.Belief(context).ToArray())];
        List<double> w = [], x = [], y = [];
        for (int i = 0; i < contexts.Count; i++)
        {
            for (int j = i + 1; j < contexts.Count; j++)
            {
                w.Add(weights[i] * weights[j]);
                x.Add(Of(quantity, beliefs[i], beliefs[j]));
                y.Add(Of(quantity, decoded[i], decoded[j]));
            }
        }
        double r = Correlation.WeightedPearson(x, y, w);
        return r * r;
    }

    private static double Of(PairQuantity quantity, double[] a, double[] b)
    {
        double dot = 0, squares = 0, left = 0, right = 0;
        for (int i = 0; i < a.Length; i++)
        {
            (dot, left, right, squares) = (dot + (a[i] * b[i]), left + (a[i] * a[i]), right + (b[i] * b[i]), squares + ((a[i] - b[i]) * (a[i] - b[i])));
        }
        return quantity == PairQuantity.Cosine ? dot / Math.Sqrt(left * right) : Math.Sqrt(squares);
    }
}
