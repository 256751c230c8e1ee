using Harness.Activations;
using Harness.Beliefs;

namespace Harness.Torch;

/// <summary>How far a network's exact mean loss over the contexts 1..length is above the best attainable, nats per token.</summary>
/// <remarks>(1/T) Σ_w P(w) Σ_z P(z | w) ln(P(z | w)/p(z | w)): the gap itself, so that nothing cancels.</remarks>
internal sealed class ExactLoss(BeliefTree tree, int length) : IActivationVisitor
{
    // No divergence is negative but by the rounding of single precision, and all contexts together have this much of it at most.
    private const double Rounding = 1e-5;

    private double _sum;

    public double GapNats => _sum / length;

    /// <summary>True once the contexts so far leave no doubt that the whole gap is larger: the others can only add to it.</summary>
    public bool Exceeds(double gapNats) => GapNats > gapNats + Rounding;

    public void Visit(ActivationBlock block)
    {
        int alphabet = tree.Process.SymbolCount;
        Span<double> law = stackalloc double[alphabet];
        for (int i = 0; i < block.Count && block.FirstNode + i < tree.LevelStart[length + 1]; i++)
        {
            int node = block.FirstNode + i;
            tree.NextToken(node, law);
            double divergence = 0;
            for (int z = 0; z < alphabet; z++)
            {
                divergence += law[z] > 0 ? law[z] * (Math.Log(law[z]) - block.LogProbabilities[(i * alphabet) + z]) : 0;
            }
            _sum += tree.Probabilities[node] * divergence;
        }
    }
}
