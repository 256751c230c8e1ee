using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The minimal unifilar machine of a process: one causal state for every distinct law of whole futures.</summary>
/// <remarks>
/// Built from any unifilar machine of recurrent states (an HMM, or the recurrent part of a closed mixed-state presentation) by merging
/// states of equal futures (Moore 1956), which for a stationary process gives its recurrent causal states (Travers and Crutchfield 2011).
/// </remarks>
internal sealed class EpsilonMachine
{
    // Two next-token laws this close (max norm) are the same law computed twice.
    private const double SameLaw = 1e-10;

    private EpsilonMachine(IReadOnlyList<string> symbols, int[] causalStateOf, int[] transitions, double[] probabilities, double[] stationary)
    {
        Symbols = symbols;
        CausalStateOf = causalStateOf;
        Transitions = transitions;
        Probabilities = probabilities;
        StationaryDistribution = stationary;
    }

    public IReadOnlyList<string> Symbols { get; }

    public int Count => StationaryDistribution.Length;

    /// <summary>The causal state of each state of the machine it was built from; −1 for those never met in the long run.</summary>
    public int[] CausalStateOf { get; }

    /// <summary>[causal state·V + symbol]: the next causal state, or −1.</summary>
    public int[] Transitions { get; }

    /// <summary>[causal state·V + symbol]: P(symbol | causal state).</summary>
    public double[] Probabilities { get; }

    public double[] StationaryDistribution { get; }

    /// <summary>C_μ = H[stationary law over causal states], in bits.</summary>
    public double StatisticalComplexityBits => Shannon.EntropyNats(StationaryDistribution) / Shannon.NatsPerBit;

    /// <summary>From a unifilar model: state and token determine the next state.</summary>
    public static EpsilonMachine Of(HiddenMarkovModel unifilar)
    {
        if (!unifilar.IsUnifilar)
        {
            throw new ArgumentException($"'{unifilar.Id}' is not unifilar.", nameof(unifilar));
        }
        int states = unifilar.StateCount, alphabet = unifilar.SymbolCount;
        int[] transitions = new int[states * alphabet];
        double[] probabilities = new double[states * alphabet];
        for (int edge = 0; edge < transitions.Length; edge++)
        {
            ReadOnlySpan<double> row = unifilar.TransitionMatrix(edge % alphabet).Slice(edge / alphabet * states, states);
            transitions[edge] = row.IndexOfAnyInRange(double.Epsilon, double.MaxValue);
            probabilities[edge] = transitions[edge] < 0 ? 0 : row[transitions[edge]];
        }
        return Minimal(unifilar.Symbols, transitions, probabilities, [.. unifilar.Stationary]);
    }

    /// <summary>From the mixed states that are met in the long run.</summary>
    /// <param name="longRun">Of <see cref="BeliefChain.LongRun"/>.</param>
    public static EpsilonMachine Of(MixedStatePresentation presentation, double[] longRun) =>
        Minimal(presentation.Process.Symbols, presentation.Transitions, presentation.Probabilities, longRun);

    /// <summary>The same process with the causal states as its hidden states.</summary>
    public HiddenMarkovModel ToModel(HiddenMarkovModel original)
    {
        double[][] matrices = [.. Symbols.Select(_ => new double[Count * Count])];
        for (int edge = 0; edge < Transitions.Length; edge++)
        {
            if (Transitions[edge] >= 0)
            {
                matrices[edge % Symbols.Count][(edge / Symbols.Count * Count) + Transitions[edge]] = Probabilities[edge];
            }
        }
        string[] names = [.. Enumerable.Range(0, Count).Select(state => FormattableString.Invariant($"C{state}"))];
        return new HiddenMarkovModel(original.Id, original.Parameters, Symbols, names, matrices, StationaryDistribution, StationaryDistribution);
    }

    private static EpsilonMachine Minimal(IReadOnlyList<string> symbols, int[] transitions, double[] probabilities, double[] weights)
    {
        int alphabet = symbols.Count;
        int[] classes = SameFutures(transitions, probabilities, weights, alphabet);
        int count = classes.Max() + 1;
        int[] merged = new int[count * alphabet];
        double[] laws = new double[count * alphabet], stationary = new double[count];
        for (int state = classes.Length - 1; state >= 0; state--)
        {
            if (classes[state] < 0)
            {
                continue;
            }
            stationary[classes[state]] += weights[state];
            for (int z = 0; z < alphabet; z++)
            {
                int target = transitions[(state * alphabet) + z];
                merged[(classes[state] * alphabet) + z] = target < 0 ? -1 : classes[target];
                laws[(classes[state] * alphabet) + z] = probabilities[(state * alphabet) + z];
            }
        }
        return new EpsilonMachine(symbols, classes, merged, laws, stationary);
    }

    // Starts from equal next-token laws and splits until members of a class agree on the class after every token.
    private static int[] SameFutures(int[] transitions, double[] probabilities, double[] weights, int alphabet)
    {
        BeliefIndex laws = new(alphabet);
        int[] classes = new int[weights.Length];
        for (int state = 0; state < weights.Length; state++)
        {
            ReadOnlySpan<double> law = probabilities.AsSpan(state * alphabet, alphabet);
            (int known, double distance) = laws.Nearest(law);
            classes[state] = !(weights[state] > 0) ? -1 : distance <= SameLaw ? known : laws.Add(law);
        }
        while (true)
        {
            Dictionary<string, int> signatures = [];
            int[] refined = new int[classes.Length];
            for (int state = 0; state < classes.Length; state++)
            {
                var successors = Enumerable.Range(state * alphabet, alphabet).Select(edge => transitions[edge] < 0 ? -1 : classes[transitions[edge]]);
                string signature = string.Join(',', successors.Prepend(classes[state]));
                if (classes[state] < 0)
                {
                    refined[state] = -1;
                }
                else if (!signatures.TryGetValue(signature, out refined[state]))
                {
                    signatures[signature] = refined[state] = signatures.Count;
                }
            }
            if (signatures.Count == classes.Max() + 1)
            {
                return classes;
            }
            classes = refined;
        }
    }
}
