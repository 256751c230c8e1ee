using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The loss on tokens of one process when they are predicted by the filter of another.</summary>
/// <remarks>
/// Index L holds −Σ_{|w|=L} P(w) Σ_z P(z|w) ln Q(z|w), in nats, P of the source and Q of the model: what a network trained to perfection on the model scores on the
/// source. With a mixture as model and one of its components as source it first pays for learning which component it is (arXiv:2505.18373). Never below the
/// source's own myopic entropy; where the model is the source, equal to it.
/// </remarks>
internal static class CrossEntropy
{
    /// <summary>For contexts of 0 to depth tokens. Infinite from the length on at which the model rules out a word that the source can produce.</summary>
    /// <param name="model">Must know every symbol of the source, by name.</param>
    public static IReadOnlyList<Quantity> Nats(GenerativeProcess source, GenerativeProcess model, int depth)
    {
        FilteredProcess filtered = new(source, model);
        double[] law = new double[source.SymbolCount], predicted = new double[source.SymbolCount];
        List<Quantity> losses = [];
        BeliefLevel level = BeliefLevel.Start(filtered);
        while (losses.Count <= depth)
        {
            CompensatedSum sum = new();
            bool finite = true;
            for (int belief = 0; belief < level.Count; belief++)
            {
                filtered.NextToken(level.Belief(belief), law);
                filtered.Predict(level.Belief(belief), predicted);
                for (int symbol = 0; symbol < law.Length; symbol++)
                {
                    finite &= !(law[symbol] > 0) || predicted[symbol] > 0;
                    sum.Add(law[symbol] > 0 && finite ? -level.Probabilities[belief] * law[symbol] * Math.Log(predicted[symbol]) : 0);
                }
            }
            if (!finite)
            {
                losses.AddRange(Enumerable.Repeat(Quantity.Missing($"infinite: '{model.Id}' rules out a word that '{source.Id}' can produce"), depth + 1 - losses.Count));
                break;
            }
            losses.Add(Quantity.Known(sum.Value));
            level = losses.Count <= depth ? level.Next() : level;
        }
        return losses;
    }
}
