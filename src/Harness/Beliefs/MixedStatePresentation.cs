using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The distinct beliefs that a process can be met with, and the moves between them: a Markov chain driven by the tokens.</summary>
/// <remarks>
/// State 0 is the belief after no token; the others are found breadth first. From η the token z leads to ηT⁽ᶻ⁾ / (ηT⁽ᶻ⁾1) with probability
/// ηT⁽ᶻ⁾1. Unifilar by construction. The transient part synchronises; the recurrent part, where finite, yields the ε-machine
/// (Crutchfield, Ellison and Riechers 2013).
/// </remarks>
internal sealed class MixedStatePresentation
{
    /// <summary>Beliefs no farther apart than this (max norm) are one state.</summary>
    public const double MergeDistance = 1e-10;

    /// <summary>What rounding alone leaves between two computations of one belief. A sequence of beliefs that merely converges also comes
    /// within <see cref="MergeDistance"/> in the end, but passes between this and <see cref="BeliefIndex.Radius"/> on its way.</summary>
    public const double RoundingDistance = 1e-12;

    private readonly BeliefIndex _beliefs;

    private MixedStatePresentation(GenerativeProcess process, BeliefIndex beliefs, int[] transitions, double[] probabilities, bool closed)
    {
        Process = process;
        _beliefs = beliefs;
        Transitions = transitions;
        Probabilities = probabilities;
        Closed = closed;
        Recurrent = closed ? StrongComponents.Closed(transitions, process.SymbolCount) : new bool[Count];
    }

    public GenerativeProcess Process { get; }

    /// <summary>The number of states; where not <see cref="Closed"/>, only of those found before stopping.</summary>
    public int Count => _beliefs.Count;

    /// <summary>
    /// True when every move stays among the states and every coincidence is exact to rounding while different states are clearly apart, so
    /// that the presentation is finite, and not just a limit set approached closer than doubles can tell.
    /// </summary>
    public bool Closed { get; }

    /// <summary>[state·V + symbol]: the next state; −1 for a token of probability 0 and, where not <see cref="Closed"/>, for an unexplored one.</summary>
    public int[] Transitions { get; }

    /// <summary>[state·V + symbol]: P(symbol | state).</summary>
    public double[] Probabilities { get; }

    /// <summary>States that are met again and again: members of a class that no token leaves. All false where not <see cref="Closed"/>.</summary>
    public bool[] Recurrent { get; }

    public ReadOnlySpan<double> Belief(int state) => _beliefs[state];

    /// <summary>The mixed state of each node of a tree, by walking its words.</summary>
    /// <exception cref="InvalidOperationException">Not <see cref="Closed"/>, or the tree starts from another belief.</exception>
    public int[] StatesOf(BeliefTree tree)
    {
        if (!Closed)
        {
            throw new InvalidOperationException($"The mixed-state presentation of '{Process.Id}' is not known to be finite.");
        }
        if (tree.Process.SymbolCount != Process.SymbolCount || tree.Process.StateCount != Process.StateCount
            || BeliefIndex.Distance(tree.Belief(0), Belief(0)) > MergeDistance)
        {
            throw new InvalidOperationException($"The tree of '{tree.Process.Id}' does not start where this presentation of '{Process.Id}' does.");
        }
        int[] states = new int[tree.Count];
        for (int node = 1; node < tree.Count; node++)
        {
            int state = Transitions[(states[tree.Parents[node]] * Process.SymbolCount) + tree.Symbols[node]];
            states[node] = state >= 0 ? state : throw new InvalidOperationException($"The tree of '{tree.Process.Id}' holds a word that '{Process.Id}' cannot produce.");
        }
        return states;
    }

    /// <summary>Explores breadth first from the start.</summary>
    /// <param name="limit">The most states; exploration ends there, unfinished.</param>
    public static MixedStatePresentation Of(GenerativeProcess process, int limit = 4096)
    {
        int alphabet = process.SymbolCount;
        BeliefIndex beliefs = new(process.StateCount);
        List<int> transitions = [];
        List<double> probabilities = [];
        double[] belief = [.. process.Start];
        double[] next = new double[process.StateCount];
        bool complete = true, exact = true;
        beliefs.Add(belief);
        for (int state = 0; state < beliefs.Count; state++)
        {
            beliefs[state].CopyTo(belief);
            for (int symbol = 0; symbol < alphabet; symbol++)
            {
                double probability = process.Advance(belief, symbol, next);
                probabilities.Add(probability);
                if (probability <= 0)
                {
                    transitions.Add(-1);
                    continue;
                }
                (int target, double distance) = beliefs.Nearest(next);
                exact &= distance <= RoundingDistance || double.IsInfinity(distance);
                if (distance > MergeDistance)
                {
                    target = beliefs.Count < limit ? beliefs.Add(next) : -1;
                    complete &= target >= 0;
                }
                transitions.Add(target);
            }
        }
        return new MixedStatePresentation(process, beliefs, [.. transitions], [.. probabilities], complete && exact);
    }
}
