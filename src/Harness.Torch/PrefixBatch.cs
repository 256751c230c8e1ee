using Harness.Beliefs;

namespace Harness.Torch;

/// <summary>The distinct prefixes of some sequences, each once, with the weight of every prediction made from it.</summary>
/// <remarks>
/// N nodes in level order, without the empty word. The loss −Σ target·log p is the mean cross-entropy of the
/// sequences (sampled) or of the process (exact), and so is its gradient.
/// </remarks>
internal sealed class PrefixBatch
{
    private PrefixBatch(int length, long[] tokens, long[] positions, int[] parents, float[] targets)
    {
        Length = length;
        Tokens = tokens;
        Positions = positions;
        Parents = parents;
        Targets = targets;
        LevelStart = [.. Enumerable.Range(0, length + 1).Select(level => LowerBound(positions, level))];
    }

    /// <summary>T, the longest context.</summary>
    public int Length { get; }

    /// <summary>[T + 1] where the prefixes of each length start, then N.</summary>
    public int[] LevelStart { get; }

    /// <summary>[N] the last token of each prefix.</summary>
    public long[] Tokens { get; }

    /// <summary>[N] the position of the last token, from 0.</summary>
    public long[] Positions { get; }

    /// <summary>[N] the node without the last token; −1 for single tokens.</summary>
    public int[] Parents { get; }

    /// <summary>[N, V] the weight of predicting each token from each prefix; the sum of all parts of a batch is 1.</summary>
    public float[] Targets { get; }

    /// <summary>Merges sequences of <paramref name="length"/> + 1 tokens: contexts 1..length, each with the token that follows.</summary>
    public static PrefixBatch Merge(ReadOnlySpan<ushort> sequences, int length, int alphabet)
    {
        int stride = length + 1, rows = sequences.Length / stride;
        int[] children = new int[((rows * length) + 1) * alphabet];          // row 0 is the empty word; 0: no child yet
        int[] node = new int[rows];
        List<long> tokens = [], positions = [];
        List<int> parents = [];
        for (int t = 0; t < length; t++)
        {
            for (int row = 0; row < rows; row++)
            {
                ushort token = sequences[(row * stride) + t];
                ref int child = ref children[(node[row] * alphabet) + token];
                if (child == 0)
                {
                    tokens.Add(token);
                    positions.Add(t);
                    parents.Add(node[row] - 1);
                    child = tokens.Count;
                }
                node[row] = child;
            }
        }
        int[] counts = new int[tokens.Count * alphabet];
        for (int row = 0; row < rows; row++)
        {
            for (int t = 0, at = 0; t < length; t++)
            {
                at = children[(at * alphabet) + sequences[(row * stride) + t]];
                counts[((at - 1) * alphabet) + sequences[(row * stride) + t + 1]]++;
            }
        }
        double total = (double)rows * length;
        return new PrefixBatch(length, [.. tokens], [.. positions], [.. parents], [.. counts.Select(count => (float)(count / total))]);
    }

    /// <summary>The whole process to a context length, weighted by P(w) P(z | w) / length, in parts of at most about so many leaves.</summary>
    public static IReadOnlyList<PrefixBatch> Whole(BeliefTree tree, int length, int leaves = 8192)
    {
        List<PrefixBatch> parts = [];
        int end = tree.LevelStart[length + 1];
        for (int first = tree.LevelStart[length]; first < end; first += leaves)
        {
            parts.Add(Part(tree, length, first, Math.Min(first + leaves, end)));
        }
        return parts;
    }

    // The prefixes of neighbouring leaves are neighbours on every level. One that an earlier part holds too keeps its weight there.
    private static PrefixBatch Part(BeliefTree tree, int length, int firstLeaf, int endLeaf)
    {
        int alphabet = tree.Process.SymbolCount;
        int[] first = new int[length + 1], end = new int[length + 1], fresh = new int[length + 1], start = new int[length + 2];
        (first[length], end[length], fresh[length]) = (firstLeaf, endLeaf, firstLeaf);
        for (int level = length - 1; level > 0; level--)
        {
            first[level] = tree.Parents[first[level + 1]];
            end[level] = tree.Parents[end[level + 1] - 1] + 1;
            int before = first[level + 1] - 1;
            bool shared = fresh[level + 1] > first[level + 1] || (before >= tree.LevelStart[level + 1] && tree.Parents[before] == first[level]);
            fresh[level] = first[level] + (shared ? 1 : 0);
        }
        for (int level = 1; level <= length; level++)
        {
            start[level + 1] = start[level] + end[level] - first[level];
        }
        int count = start[length + 1];
        long[] tokens = new long[count], positions = new long[count];
        int[] parents = new int[count];
        float[] targets = new float[count * alphabet];
        Span<double> law = stackalloc double[alphabet];
        for (int level = 1; level <= length; level++)
        {
            for (int node = first[level]; node < end[level]; node++)
            {
                int at = start[level] + node - first[level];
                tokens[at] = tree.Symbols[node];
                positions[at] = level - 1;
                parents[at] = level > 1 ? start[level - 1] + tree.Parents[node] - first[level - 1] : -1;
                tree.NextToken(node, law);
                for (int z = 0; z < alphabet && node >= fresh[level]; z++)
                {
                    targets[(at * alphabet) + z] = (float)(tree.Probabilities[node] * law[z] / length);
                }
            }
        }
        return new PrefixBatch(length, tokens, positions, parents, targets);
    }

    // Positions ascend: the first place whose position is at least this.
    private static int LowerBound(long[] positions, int position)
    {
        int low = 0, high = positions.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = positions[middle] < position ? (middle + 1, high) : (low, middle);
        }
        return low;
    }
}
