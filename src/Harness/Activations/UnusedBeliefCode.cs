using Harness.Beliefs;
using Harness.Specs;

namespace Harness.Activations;

/// <summary>The belief, carried along and never read: what the network says does not follow from it.</summary>
[Kind("unused-belief")]
internal sealed record UnusedBeliefCode : PlantedCode
{
    public override PlantedVectors Of(BeliefTree tree) => new BeliefCode().Of(tree);
}
