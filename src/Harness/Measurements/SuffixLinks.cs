using Harness.Beliefs;

namespace Harness.Measurements;

/// <summary>For each word, the node of the same word without its first token; and from that the node of its last k tokens.</summary>
/// <remarks>From a stationary start every suffix of a possible word is a possible word, so the link always exists.</remarks>
internal sealed class SuffixLinks
{
    private readonly int[] _links;
    private readonly int[] _length;

    public SuffixLinks(BeliefTree tree)
    {
        int alphabet = tree.Process.SymbolCount;
        int[] children = new int[tree.Count * alphabet];
        _links = new int[tree.Count];
        _length = new int[tree.Count];
        for (int node = 1; node < tree.Count; node++)
        {
            int parent = tree.Parents[node], symbol = tree.Symbols[node];
            children[(parent * alphabet) + symbol] = node;
            _length[node] = _length[parent] + 1;
            _links[node] = parent == 0 ? 0 : children[(_links[parent] * alphabet) + symbol];
        }
    }

    /// <summary>The node of the last min(k, length) tokens of a word.</summary>
    public int Last(int node, int k)
    {
        while (_length[node] > k)
        {
            node = _links[node];
        }
        return node;
    }

    public int Shorter(int node) => _links[node];
}
