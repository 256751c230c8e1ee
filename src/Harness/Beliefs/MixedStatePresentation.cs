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

    /// <summary>What <see cref="Escape"/> and <see cref="Crowded"/> refer to.</summary>
    public const int ManyTokens = 1000;

    private const double NegligibleEscape = 1e-6;
    private const double NeverMet = 1e-18;
    private const double FewCrowded = 0.01;

    private readonly BeliefIndex _beliefs;

    private MixedStatePresentation(GenerativeProcess process, BeliefIndex beliefs, int[] transitions, double[] probabilities, bool complete, bool[] crowded)
    {
        Process = process;
        _beliefs = beliefs;
        Transitions = transitions;
        Probabilities = probabilities;
        Closed = complete && !Array.Exists(crowded, near => near);
        if (!Closed)
        {
            Follow(crowded);
        }
        Recurrent = Suffices ? StrongComponents.Closed(transitions, process.SymbolCount) : new bool[Count];
    }

    public GenerativeProcess Process { get; }

    /// <summary>The number of states; where not <see cref="Closed"/>, only of those found before stopping.</summary>
    public int Count => _beliefs.Count;

    /// <summary>
    /// True when every move stays among the states and every coincidence is exact to rounding while different states are clearly apart, so
    /// that the presentation is finite, and not just a limit set approached closer than doubles can tell.
    /// </summary>
    public bool Closed { get; }

    /// <summary>The probability that <see cref="ManyTokens"/> tokens from the start lead to a state that was not found. 0 where <see cref="Closed"/>.</summary>
    public double Escape { get; private set; }

    /// <summary>
    /// The mean share of <see cref="ManyTokens"/> tokens after which the belief is so near another that there may be more between them:
    /// small where beliefs accumulate at single limits, about 1 where they form a continuum. 0 where <see cref="Closed"/>.
    /// </summary>
    public double Crowded { get; private set; }

    /// <summary>True when the states found are all there are, or all but what is hardly ever met.</summary>
    public bool Suffices => Closed || (Escape <= NegligibleEscape && Crowded <= FewCrowded);

    /// <summary>[state·V + symbol]: the next state; −1 for a token of probability 0 and, where not <see cref="Closed"/>, for an unexplored one.</summary>
    public int[] Transitions { get; }

    /// <summary>[state·V + symbol]: P(symbol | state).</summary>
    public double[] Probabilities { get; }

    /// <summary>States that are met again and again: members of a class that no token leaves, but for the unexplored. All false where it does not suffice.</summary>
    public bool[] Recurrent { get; }

    public ReadOnlySpan<double> Belief(int state) => _beliefs[state];

    /// <summary>How many distinct next-token laws the states found have.</summary>
    public int NextTokenLaws()
    {
        int alphabet = Process.SymbolCount;
        BeliefIndex laws = new(alphabet, MergeDistance);
        for (int state = 0; state < Count; state++)
        {
            ReadOnlySpan<double> law = Probabilities.AsSpan(state * alphabet, alphabet);
            if (laws.Nearest(law).Id < 0)
            {
                laws.Add(law);
            }
        }
        return laws.Count;
    }

    /// <summary>The mean of the laws one token later, [state]: Σ P(state) P(symbol | state) at the state it leads to.</summary>
    public double[] Step(double[] law)
    {
        int alphabet = Process.SymbolCount;
        double[] next = new double[law.Length];
        for (int state = 0; state < law.Length; state++)
        {
            for (int edge = state * alphabet; law[state] > 0 && edge < (state + 1) * alphabet; edge++)
            {
                if (Transitions[edge] >= 0)
                {
                    next[Transitions[edge]] += law[state] * Probabilities[edge];
                }
            }
        }
        return next;
    }

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
    /// <remarks>Where that does not close, what is reached only with a probability below 1e-18 is left out, so that it does not crowd what is met.</remarks>
    public static MixedStatePresentation Of(GenerativeProcess process, int limit = 4096) =>
        Explore(process, limit, 0) is { Closed: true } closed ? closed : Explore(process, limit, NeverMet);

    private static MixedStatePresentation Explore(GenerativeProcess process, int limit, double neverMet)
    {
        int alphabet = process.SymbolCount;
        BeliefIndex beliefs = new(process.StateCount);
        List<int> transitions = [];
        List<double> probabilities = [];
        double[] belief = [.. process.Start];
        double[] next = new double[process.StateCount];
        bool complete = true;
        List<bool> crowded = [false];
        List<double> reached = [1];
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
                bool near = distance > RoundingDistance && !double.IsInfinity(distance);
                crowded[Math.Max(0, target)] |= near;
                if (distance > MergeDistance)
                {
                    target = beliefs.Count < limit && reached[state] * probability >= neverMet ? beliefs.Add(next) : -1;
                    complete &= target >= 0;
                    if (target >= 0)
                    {
                        crowded.Add(near);
                        reached.Add(reached[state] * probability);
                    }
                }
                transitions.Add(target);
            }
        }
        return new MixedStatePresentation(process, beliefs, [.. transitions], [.. probabilities], complete, [.. crowded]);
    }

    private void Follow(bool[] crowded)
    {
        int alphabet = Process.SymbolCount;
        double[] law = new double[Count];
        law[0] = 1;
        for (int token = 0; token < ManyTokens && Escape < 1 - NegligibleEscape; token++)
        {
            for (int edge = 0; edge < Transitions.Length; edge++)
            {
                Escape += Transitions[edge] < 0 ? law[edge / alphabet] * Probabilities[edge] : 0;
            }
            law = Step(law);
            Crowded += law.Where((_, state) => crowded[state]).Sum() / ManyTokens;
        }
        Escape = Math.Min(1, Escape);
    }
}
