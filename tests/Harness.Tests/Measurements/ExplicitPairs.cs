using Harness.Activations;
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

    /// <summary>What the decoder that knows map and noise gives on planted activations, and what a measurement gives, both means over four seeds.</summary>
    public static (double Theory, double Measured) OfNoisyCode(string process, Measurement measure, PairQuantity quantity)
    {
        const int seeds = 4;
        Planted planted = new(DModel: 8, Noise: 0.3);
        double theory = 0, measured = 0;
        for (int seed = 1; seed <= seeds; seed++)
        {
            theory += RSquared(Known.Contexts(process), NoisyCode.BestDecoded(Known.Contexts(process), planted, Examinations.Final.Name, seed), quantity) / seeds;
            measured += measure.Measure(Examinations.Of(process, planted, measure, seed)).Value!.Value / seeds;
        }
        return (theory, measured);
    }
}
