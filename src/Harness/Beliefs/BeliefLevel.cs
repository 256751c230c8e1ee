using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The distinct beliefs after all words of one length, each with the probability of being met: words of equal belief are one.</summary>
/// <remarks>
/// From a level the next one follows alone, so that the words themselves are never listed. Where beliefs coincide (counts of independent
/// tosses, time since an event) their number grows as a power of the length, while the number of words grows exponentially.
/// </remarks>
internal sealed class BeliefLevel
{
    /// <summary>Beliefs no farther apart than this (max norm) are one: what rounding leaves between two computations of one belief.</summary>
    public const double OneBelief = MixedStatePresentation.RoundingDistance;

    // A level of so many beliefs of which no two are equal: later levels are not searched for equal ones.
    private const int Many = 500;

    private readonly double[] _beliefs;

    private BeliefLevel(GenerativeProcess process, int length, double[] probabilities, double[] beliefs, bool coincide)
    {
        Process = process;
        Length = length;
        Probabilities = probabilities;
        _beliefs = beliefs;
        Coincide = coincide;
    }

    public GenerativeProcess Process { get; }

    /// <summary>The number of tokens of every word.</summary>
    public int Length { get; }

    public int Count => Probabilities.Length;

    /// <summary>P of each belief.</summary>
    public double[] Probabilities { get; }

    /// <summary>False once there are many beliefs and no two words share one.</summary>
    public bool Coincide { get; }

    /// <summary>At most how many beliefs the next level has.</summary>
    public long MostNext => (long)Count * Process.SymbolCount;

    /// <summary>What <see cref="Next"/> costs, in multiplications.</summary>
    public long Cost => MostNext * Process.StateCount * Process.StateCount;

    public ReadOnlySpan<double> Belief(int index) => _beliefs.AsSpan(index * Process.StateCount, Process.StateCount);

    /// <summary>The beginning of an observer who is told S₀, for each hidden state that is met in the long run, with its stationary probability.</summary>
    public static (double Weight, BeliefLevel Level)[] FromEachState(HiddenMarkovModel process) => [.. Enumerable.Range(0, process.StateCount)
        .Where(state => process.Stationary[state] > 0)
        .Select(state => (process.Stationary[state], Start(process.StartingFrom([.. Enumerable.Range(0, process.StateCount).Select(other => other == state ? 1.0 : 0)]))))];

    /// <summary>The empty word.</summary>
    public static BeliefLevel Start(GenerativeProcess process) => new(process, 0, [1], [.. process.Start], coincide: true);

    /// <summary>The words with one token more.</summary>
    public BeliefLevel Next()
    {
        int states = Process.StateCount;
        BeliefIndex? index = Coincide ? new BeliefIndex(states, OneBelief) : null;
        List<double> probabilities = [], beliefs = [];
        double[] next = new double[states];
        int words = 0;
        for (int belief = 0; belief < Count; belief++)
        {
            for (int symbol = 0; symbol < Process.SymbolCount; symbol++)
            {
                double probability = Probabilities[belief] * Process.Advance(Belief(belief), symbol, next);
                if (probability <= 0)
                {
                    continue;
                }
                words++;
                int known = index?.Nearest(next).Id ?? -1;
                if (known >= 0)
                {
                    Mean(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(beliefs).Slice(known * states, states), probabilities[known], next, probability);
                    probabilities[known] += probability;
                    continue;
                }
                index?.Add(next);
                probabilities.Add(probability);
                beliefs.AddRange(next);
            }
        }
        return new BeliefLevel(Process, Length + 1, [.. probabilities], [.. beliefs], Coincide && (words < Many || probabilities.Count < words));
    }

    // What rounding leaves between two computations is shared out by probability, so that over many levels it does not add up.
    private static void Mean(Span<double> belief, double weight, ReadOnlySpan<double> other, double otherWeight)
    {
        for (int state = 0; state < belief.Length; state++)
        {
            belief[state] += (other[state] - belief[state]) * (otherWeight / (weight + otherWeight));
        }
    }
}
