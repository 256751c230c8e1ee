using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>Every word of positive probability up to a depth, with its probability and the belief after it.</summary>
/// <remarks>
/// η(w) = η₀T⁽ʷ⁾ / (η₀T⁽ʷ⁾1). The belief stored with a word is the one <em>after</em> its last token. Flat arrays, level by level: node 0 is the
/// empty word, the words of length L are the nodes <see cref="LevelStart"/>[L] .. <see cref="LevelStart"/>[L+1]−1, in lexicographic order.
/// </remarks>
internal sealed class BeliefTree
{
    private readonly double[] _beliefs;

    private BeliefTree(GenerativeProcess process, int depth, int[] levelStart, int[] parents, ushort[] symbols, double[] probabilities, double[] beliefs)
    {
        Process = process;
        Depth = depth;
        LevelStart = levelStart;
        Parents = parents;
        Symbols = symbols;
        Probabilities = probabilities;
        _beliefs = beliefs;
    }

    public GenerativeProcess Process { get; }

    public int Depth { get; }

    public int Count => Parents.Length;

    /// <summary>Depth + 2 entries: where each level starts, then the number of nodes.</summary>
    public int[] LevelStart { get; }

    /// <summary>The node of the word without its last token; −1 for the empty word.</summary>
    public int[] Parents { get; }

    /// <summary>The last token of each word; 0 for the empty word.</summary>
    public ushort[] Symbols { get; }

    /// <summary>P(w).</summary>
    public double[] Probabilities { get; }

    public ReadOnlySpan<double> Belief(int node) => _beliefs.AsSpan(node * Process.StateCount, Process.StateCount);

    /// <summary>P(z | w) for every symbol.</summary>
    public void NextToken(int node, Span<double> law) => Process.NextToken(Belief(node), law);

    public int Length(int node)
    {
        int level = Array.BinarySearch(LevelStart, node);
        return level >= 0 ? level : ~level - 1;
    }

    /// <summary>The node of a word with one more token; −1 where that is impossible or deeper than the tree.</summary>
    public int Child(int node, int symbol)
    {
        // Children stand together, by parent and then by token.
        int low = node + 1, high = Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = Parents[middle] < node || (Parents[middle] == node && Symbols[middle] < symbol) ? (middle + 1, high) : (low, middle);
        }
        return low < Count && Parents[low] == node && Symbols[low] == symbol ? low : -1;
    }

    /// <summary>The tokens of a word, first to last.</summary>
    public int[] Word(int node)
    {
        int[] word = new int[Length(node)];
        for (int i = word.Length - 1; i >= 0; i--, node = Parents[node])
        {
            word[i] = Symbols[node];
        }
        return word;
    }

    /// <summary>Grows the tree level by level.</summary>
    /// <param name="limit">The most nodes it may have; more is refused before the memory is used.</param>
    /// <param name="bytes">The most memory it may take.</param>
    /// <param name="degree">The most threads; the result does not depend on it.</param>
    /// <exception cref="TreeTooLargeException">The words are too many; it says how many, and what would fit.</exception>
    public static BeliefTree Grow(
        GenerativeProcess process, int depth, int limit = TreeLimit.DefaultContexts, long bytes = TreeLimit.DefaultBytes, int degree = 1)
    {
        TreeLimit allowed = new(limit, bytes);
        int states = process.StateCount, most = allowed.Contexts(states, counted: true);
        WordCount? count = WordCount.Of(process, depth, most);
        most = count is null ? allowed.Contexts(states, counted: false) : most;
        if (count?.Total > most)
        {
            throw new TreeTooLargeException(process.Id, count, most, allowed, states);
        }
        BeliefTree tree = Grow(process, depth, (int?)count?.Total, most, degree);
        return tree.Depth == depth ? tree : throw new TreeTooLargeException(process.Id, new WordCount(tree.Levels(), depth), most, allowed, states);
    }

    /// <summary>Grows the tree as deep as there are no more nodes than the limit, and at most to a depth.</summary>
    public static BeliefTree GrowWithin(GenerativeProcess process, int depth, int limit, int degree = 1)
    {
        WordCount? count = WordCount.Of(process, depth, limit);
        int length = count?.LongestWithin(limit) ?? depth;
        return Grow(process, length, (int?)count?.UpTo(length), limit, degree);
    }

    // Stops before the level that would not fit.
    private static BeliefTree Grow(GenerativeProcess process, int depth, int? nodes, int most, int degree)
    {
        TreeGrowth growth = new(process, nodes, most, degree);
        List<int> levelStart = [0, 1];
        while (levelStart.Count < depth + 2 && growth.AddLevel(levelStart[^2]))
        {
            levelStart.Add(growth.Count);
        }
        growth.Trim();
        return new BeliefTree(process, levelStart.Count - 2, [.. levelStart], growth.Parents, growth.Symbols, growth.Probabilities, growth.Beliefs);
    }

    // The number of nodes of each level.
    private double[] Levels() => [.. Enumerable.Range(0, Depth + 1).Select(length => (double)LevelStart[length + 1] - LevelStart[length])];
}
