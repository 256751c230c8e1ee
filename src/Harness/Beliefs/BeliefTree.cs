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
    public static BeliefTree Grow(GenerativeProcess process, int depth, int limit = 50_000_000)
    {
        if (WordCount.LengthBeyond(process, depth, limit) is { } beyond)
        {
            throw new TreeTooLargeException(process.Id, beyond, limit);
        }
        int states = process.StateCount, alphabet = process.SymbolCount;
        List<int> parents = [-1];
        List<ushort> symbols = [0];
        List<double> probabilities = [1];
        List<double> beliefs = [.. process.Start];
        int[] levelStart = new int[depth + 2];
        levelStart[1] = 1;
        Span<double> belief = stackalloc double[states];
        Span<double> next = stackalloc double[states];
        for (int level = 1; level <= depth; level++)
        {
            for (int parent = levelStart[level - 1]; parent < levelStart[level]; parent++)
            {
                System.Runtime.InteropServices.CollectionsMarshal.AsSpan(beliefs).Slice(parent * states, states).CopyTo(belief);
                for (int symbol = 0; symbol < alphabet; symbol++)
                {
                    double probability = process.Advance(belief, symbol, next);
                    if (probability <= 0)
                    {
                        continue;
                    }
                    parents.Add(parent);
                    symbols.Add((ushort)symbol);
                    probabilities.Add(probabilities[parent] * probability);
                    for (int s = 0; s < states; s++)
                    {
                        beliefs.Add(next[s]);
                    }
                }
                if (parents.Count > limit)
                {
                    throw new TreeTooLargeException(process.Id, level, limit);
                }
            }
            levelStart[level + 1] = parents.Count;
        }
        return new BeliefTree(process, depth, levelStart, [.. parents], [.. symbols], [.. probabilities], [.. beliefs]);
    }
}
