using Harness.Beliefs;
using Harness.Specs;

namespace Harness.Activations;

/// <summary>An optimal predictor that is no linear map of beliefs: the exact next-token law, and the belief itself only wound round a circle.</summary>
/// <remarks>
/// [P(z | context) for every z, cos ωu, sin ωu] with u = Σₛ cₛηₛ, c incommensurable weights of sum 1 and ω = 40. The angle winds several times, so that
/// an affine map of the pair says next to nothing of u; yet beliefs with different u have different vectors.
/// </remarks>
[Kind("predictor")]
internal sealed record PredictorCode : PlantedCode
{
    private const double Frequency = 40;
    private const double GoldenRatio = 0.6180339887498949;

    public override PlantedVectors Of(BeliefTree tree)
    {
        int alphabet = tree.Process.SymbolCount, states = tree.Process.StateCount;
        double[] weights = [.. Enumerable.Range(1, states).Select(i => i * GoldenRatio % 1)];
        double total = weights.Sum();
        return new PlantedVectors(alphabet + 2, (node, vector) =>
        {
            tree.NextToken(node, vector[..alphabet]);
            ReadOnlySpan<double> belief = tree.Belief(node);
            double coordinate = 0;
            for (int s = 0; s < states; s++)
            {
                coordinate += weights[s] / total * belief[s];
            }
            (vector[alphabet + 1], vector[alphabet]) = Math.SinCos(Frequency * coordinate);
        });
    }
}
