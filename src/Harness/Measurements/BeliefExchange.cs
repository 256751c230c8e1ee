using Harness.Beliefs;
using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>Which context's belief each context of one length is given, and what theory says of its continuations then.</summary>
/// <remarks>Drawn at random among the contexts of that length with another belief; the same for every network.</remarks>
internal sealed class BeliefExchange
{
    private const double SameBelief = 1e-9;

    private readonly BeliefTree _tree;

    public BeliefExchange(BeliefTree tree, int length, int draw)
    {
        _tree = tree;
        First = tree.LevelStart[length];
        int count = tree.LevelStart[length + 1] - First;
        int[] order = new Seed(0).Stream("exchanged-beliefs").At(draw).NextPermutation(count);
        // Around the circle of the permutation to the next context that believes something else.
        Partners = new int[count];
        for (int at = 0; at < count; at++)
        {
            int node = First + order[at];
            Partners[order[at]] = Enumerable.Range(1, count - 1).Select(step => First + order[(at + step) % count])
                .FirstOrDefault(other => Distance(node, other) > SameBelief, -1);
        }
    }

    /// <summary>The first context of the length.</summary>
    public int First { get; }

    /// <summary>The node whose belief each context is given; −1 where all believe the same.</summary>
    public int[] Partners { get; }

    /// <summary>The contexts so many tokens later, with the node of the other context after the same tokens, and the weight P(context)·P(tokens | the other).</summary>
    public IEnumerable<(int Node, int Other, double Weight)> Continuations(int later)
    {
        int length = _tree.Length(First) + later;
        for (int node = _tree.LevelStart[length]; node < _tree.LevelStart[length + 1]; node++)
        {
            int[] tokens = new int[later];
            int ancestor = node;
            for (int i = later - 1; i >= 0; i--, ancestor = _tree.Parents[ancestor])
            {
                tokens[i] = _tree.Symbols[ancestor];
            }
            int other = Partners[ancestor - First];
            int start = other;
            foreach (int token in tokens)
            {
                // What the other context cannot be followed by has no law there.
                other = other < 0 ? other : _tree.Child(other, token);
            }
            if (other >= 0)
            {
                yield return (node, other, _tree.Probabilities[ancestor] * _tree.Probabilities[other] / _tree.Probabilities[start]);
            }
        }
    }

    private double Distance(int node, int other)
    {
        ReadOnlySpan<double> a = _tree.Belief(node), b = _tree.Belief(other);
        double distance = 0;
        for (int s = 0; s < a.Length; s++)
        {
            distance = Math.Max(distance, Math.Abs(a[s] - b[s]));
        }
        return distance;
    }
}
