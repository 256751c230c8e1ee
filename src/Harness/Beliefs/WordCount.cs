using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>How many words a process can produce, without listing them.</summary>
/// <remarks>
/// Words are followed as the sets of states that they leave possible: the subset automaton of the positive transitions. Two words with
/// the same set have the same continuations, so that numbers of words for each set are enough.
/// </remarks>
internal static class WordCount
{
    // A process whose words leave more different sets than this is not counted this way.
    private const int MostSets = 4096;

    /// <summary>The first length by which there are more words than the limit, the empty word counted; null when there is none up to the depth, or it is not known: only the states of hidden Markov models can be followed.</summary>
    public static int? LengthBeyond(GenerativeProcess process, int depth, int limit)
    {
        if (process is not HiddenMarkovModel { Kind: ProcessKind.Hmm } model)
        {
            return null;
        }
        Dictionary<string, long> ending = new() { [Set(process.StateCount, state => process.Start[state] > 0)] = 1 };
        Dictionary<(string, int), string> next = [];
        long total = 1;
        for (int length = 1; length <= depth; length++)
        {
            Dictionary<string, long> longer = [];
            foreach ((string set, long words) in ending)
            {
                for (int symbol = 0; symbol < process.SymbolCount; symbol++)
                {
                    if (!next.TryGetValue((set, symbol), out string? reached))
                    {
                        next[(set, symbol)] = reached = Reached(model, set, symbol);
                    }
                    if (reached.Contains('1', StringComparison.Ordinal))
                    {
                        longer[reached] = longer.GetValueOrDefault(reached) + words;
                        total += words;
                    }
                }
            }
            if (total > limit)
            {
                return length;
            }
            if (longer.Count > MostSets)
            {
                return null;
            }
            ending = longer;
        }
        return null;
    }

    private static string Reached(HiddenMarkovModel process, string from, int symbol)
    {
        int states = process.StateCount;
        double[] matrix = process.TransitionMatrix(symbol).ToArray();
        return Set(states, to => Enumerable.Range(0, states).Any(state => from[state] == '1' && matrix[(state * states) + to] > 0));
    }

    private static string Set(int states, Func<int, bool> isIn) => string.Concat(Enumerable.Range(0, states).Select(state => isIn(state) ? '1' : '0'));
}
