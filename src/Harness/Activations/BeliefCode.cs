using Harness.Beliefs;
using Harness.Specs;

namespace Harness.Activations;

/// <summary>Planted truth: the belief after the context.</summary>
[Kind("belief")]
internal sealed record BeliefCode : PlantedCode
{
    public override PlantedVectors Of(BeliefTree tree) => new(tree.Process.StateCount, (node, vector) => tree.Belief(node).CopyTo(vector));
}
