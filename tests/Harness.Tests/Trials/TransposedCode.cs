using Harness.Activations;
using Harness.Beliefs;
using Harness.Processes;

namespace Harness.Tests.Trials;

/// <summary>A deliberate fault: beliefs moved by the transposed matrices, η' ∝ T⁽ᶻ⁾η; uniform after a word that is impossible so.</summary>
internal sealed record TransposedCode : PlantedCode
{
    public override PlantedVectors Of(BeliefTree tree)
    {
        int states = tree.Process.StateCount;
        double[] beliefs = new double[tree.Count * states];
        tree.Belief(0).CopyTo(beliefs);
        for (int node = 1; node < tree.Count; node++)
        {
            ReadOnlySpan<double> matrix = ((HiddenMarkovModel)tree.Process).TransitionMatrix(tree.Symbols[node]);
            Span<double> belief = beliefs.AsSpan(node * states, states);
            double sum = 0;
            for (int to = 0; to < states; to++)
            {
                for (int from = 0; from < states; from++)
                {
                    belief[to] += matrix[(to * states) + from] * beliefs[(tree.Parents[node] * states) + from];
                }
                sum += belief[to];
            }
            for (int s = 0; s < states; s++)
            {
                belief[s] = sum > 0 ? belief[s] / sum : 1.0 / states;
            }
        }
        return new PlantedVectors(states, (node, vector) => beliefs.AsSpan(node * states, states).CopyTo(vector));
    }
}
