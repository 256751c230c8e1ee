using Harness.Beliefs;
using Harness.Specs;

namespace Harness.Activations;

/// <summary>The belief before the last token: what a pairing that is one token late would plant.</summary>
[Kind("time-shifted")]
internal sealed record TimeShiftedCode : PlantedCode
{
    public override PlantedVectors Of(BeliefTree tree) => new(tree.Process.StateCount, (node, vector) => tree.Belief(Math.Max(0, tree.Parents[node])).CopyTo(vector));
}
