using Harness.Activations;

namespace Harness.Measurements;

/// <summary>Accumulates the exact expected loss of a network while it is evaluated.</summary>
internal sealed class LossAccumulator(ContextTable contexts)
{
    private readonly double[] _loss = new double[contexts.Tree.Depth];

    public void Visit(ActivationBlock block)
    {
        int alphabet = contexts.Tree.Process.SymbolCount;
        int length = contexts.Tree.Length(block.FirstNode);
        for (int row = 0; row < block.Count; row++)
        {
            int node = block.FirstNode + row;
            double loss = 0;
            for (int symbol = 0; symbol < alphabet; symbol++)
            {
                double probability = contexts.NextToken[(node * alphabet) + symbol];
                if (probability > 0)
                {
                    loss -= probability * block.LogProbabilities[(row * alphabet) + symbol];
                }
            }
            _loss[length - 1] += contexts.Tree.Probabilities[node] * loss;
        }
    }

    public LossProfile Profile() => new(_loss, Optimum(contexts), contexts.LongestTrained);

    private static double[] Optimum(ContextTable contexts)
    {
        int alphabet = contexts.Tree.Process.SymbolCount;
        double[] optimum = new double[contexts.Tree.Depth];
        for (int length = 1; length <= contexts.Tree.Depth; length++)
        {
            for (int node = contexts.Tree.LevelStart[length]; node < contexts.Tree.LevelStart[length + 1]; node++)
            {
                double entropy = 0;
                for (int symbol = 0; symbol < alphabet; symbol++)
                {
                    double probability = contexts.NextToken[(node * alphabet) + symbol];
                    entropy -= probability > 0 ? probability * Math.Log(probability) : 0;
                }
                optimum[length - 1] += contexts.Tree.Probabilities[node] * entropy;
            }
        }
        return optimum;
    }
}
