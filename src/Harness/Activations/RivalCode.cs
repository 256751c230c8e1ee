using Harness.Beliefs;
using Harness.Processes;
using Harness.Specs;

namespace Harness.Activations;

/// <summary>The beliefs of somebody who takes the process for another one of equal size: <see cref="RivalProcess"/>, filtered by the true tokens.</summary>
[Kind("rival")]
internal sealed record RivalCode : PlantedCode
{
    public override PlantedVectors Of(BeliefTree tree)
    {
        HiddenMarkovModel rival = RivalProcess.Of(tree.Process);
        int states = rival.StateCount;
        double[] beliefs = new double[tree.Count * states];
        rival.Start.ToArray().CopyTo(beliefs, 0);
        for (int node = 1; node < tree.Count; node++)
        {
            rival.Advance(beliefs.AsSpan(tree.Parents[node] * states, states), tree.Symbols[node], beliefs.AsSpan(node * states, states));
        }
        return new PlantedVectors(states, (node, vector) => beliefs.AsSpan(node * states, states).CopyTo(vector));
    }
}
