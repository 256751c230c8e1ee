using Harness.Beliefs;

namespace Harness.Measurements;

/// <summary>The ends of the words of a tree as keys: the key of a word's last k tokens, and from that the key of one token fewer.</summary>
/// <remarks>
/// A trie of the words and of all their suffixes. From a stationary start every suffix of a possible word is a possible word, and a word's
/// key is its node; from another start, suffixes that begin no word get keys of their own. Key 0 is the empty word.
/// </remarks>
internal sealed class SuffixLinks
{
    private readonly Dictionary<long, int> _children = [];
    private readonly int _alphabet;
    private readonly List<int> _shorter = [0];
    private readonly List<int> _length = [0];
    private readonly int[] _keys;

    public SuffixLinks(BeliefTree tree)
    {
        _alphabet = tree.Process.SymbolCount;
        _keys = new int[tree.Count];
        for (int node = 1; node < tree.Count; node++)
        {
            _keys[node] = Longer(_keys[tree.Parents[node]], tree.Symbols[node]);
        }
    }

    /// <summary>The number of keys.</summary>
    public int Count => _shorter.Count;

    /// <summary>The key of a whole word.</summary>
    public int Of(int node) => _keys[node];

    /// <summary>The key of the last min(k, length) tokens of a word.</summary>
    public int Last(int node, int k)
    {
        int key = _keys[node];
        while (_length[key] > k)
        {
            key = _shorter[key];
        }
        return key;
    }

    /// <summary>The key of the same end without its first token.</summary>
    public int Shorter(int key) => _shorter[key];

    private int Longer(int key, int symbol)
    {
        long edge = ((long)key * _alphabet) + symbol;
        if (!_children.TryGetValue(edge, out int child))
        {
            int shorter = key == 0 ? 0 : Longer(_shorter[key], symbol);
            _children[edge] = child = _shorter.Count;
            _shorter.Add(shorter);
            _length.Add(_length[key] + 1);
        }
        return child;
    }
}
