using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>How many words of each length a process can produce.</summary>
/// <remarks>
/// Counted without listing them where the set of possible states decides what may follow: words with the same set have the same
/// continuations, so that numbers of words for each set of the <see cref="SupportAutomaton"/> are enough. Lengths beyond those that were
/// counted are reckoned from the last growth.
/// </remarks>
internal sealed class WordCount
{
    // A process whose words leave more different sets than this is not counted by them.
    private const int MostSets = 4096;

    /// <param name="counted">The number of words of length 0, 1, …, as far as it is known.</param>
    public WordCount(IReadOnlyList<double> counted, int depth)
    {
        double growth = counted.Count == 1 ? 1 : counted[^1] / counted[^2];
        List<double> words = [.. counted];
        while (words.Count <= depth)
        {
            words.Add(words[^1] * growth);
        }
        ByLength = words;
        IsExact = counted.Count > depth;
    }

    /// <summary>Words of each length, 0 to the depth.</summary>
    public IReadOnlyList<double> ByLength { get; }

    /// <summary>False where the longest are only reckoned.</summary>
    public bool IsExact { get; }

    /// <summary>All words to the depth, the empty one counted.</summary>
    public double Total => ByLength.Sum();

    /// <summary>All words up to a length, the empty one counted.</summary>
    public double UpTo(int length) => ByLength.Take(length + 1).Sum();

    /// <summary>The longest length up to which there are no more words than this.</summary>
    public int LongestWithin(double most)
    {
        int length = 0;
        double total = ByLength[0];
        while (length + 1 < ByLength.Count && (total += ByLength[length + 1]) <= most)
        {
            length++;
        }
        return length;
    }

    /// <summary>Counts them; null where they cannot be counted without being listed.</summary>
    /// <param name="enough">Counting stops at the first length by which there are more words.</param>
    public static WordCount? Of(GenerativeProcess process, int depth, double enough)
    {
        if (!process.SupportDecides)
        {
            return null;
        }
        SupportAutomaton sets = new(process);
        Dictionary<int, double> ending = new() { [0] = 1 };
        List<double> counts = [1];
        for (double total = 1; counts.Count <= depth && total <= enough; total += counts[^1])
        {
            Dictionary<int, double> longer = [];
            foreach ((int set, double words) in ending)
            {
                for (int symbol = 0; symbol < process.SymbolCount; symbol++)
                {
                    if (sets.Next(set, symbol) is >= 0 and int reached)
                    {
                        longer[reached] = longer.GetValueOrDefault(reached) + words;
                    }
                }
            }
            if (sets.Count > MostSets)
            {
                return null;
            }
            ending = longer;
            counts.Add(longer.Values.Sum());
        }
        return new WordCount(counts, depth);
    }
}
