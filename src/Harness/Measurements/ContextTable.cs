using System.Collections.Concurrent;
using Harness.Beliefs;

namespace Harness.Measurements;

/// <summary>Every context of length 1..window once, with everything that does not depend on a network. Context c is tree node c + 1.</summary>
internal sealed class ContextTable
{
    private readonly Dictionary<(Weighting, ContextScope), double[]> _weights = [];
    private readonly ConcurrentDictionary<(Partition, int), int[]?> _folds = new();
    private readonly int _foldSeed;
    private readonly ConcurrentDictionary<(Weighting, ContextScope), Lazy<ContextPairs>> _pairs = new();

    public ContextTable(BeliefTree tree, MixedStatePresentation presentation, int longestTrained, int foldSeed = 0)
    {
        Tree = tree;
        LongestTrained = longestTrained;
        Count = tree.Count - 1;
        StateOf = presentation.Closed ? presentation.StatesOf(tree) : null;
        int alphabet = tree.Process.SymbolCount;
        NextToken = new double[tree.Count * alphabet];
        for (int node = 0; node < tree.Count; node++)
        {
            tree.NextToken(node, NextToken.AsSpan(node * alphabet, alphabet));
        }
        _foldSeed = foldSeed;
        foreach (ContextScope scope in Enum.GetValues<ContextScope>())
        {
            _weights[(Weighting.Probability, scope)] = Normalised(tree.Probabilities, Scoped(scope));
            _weights[(Weighting.UniformRows, scope)] = Normalised(RowCounts(), Scoped(scope));
        }
    }

    public BeliefTree Tree { get; }

    /// <summary>Number of contexts.</summary>
    public int Count { get; }

    /// <summary>Length of the longest context whose prediction is trained.</summary>
    public int LongestTrained { get; }

    /// <summary>The mixed state of each tree node; null when the presentation is not finite.</summary>
    public int[]? StateOf { get; }

    /// <summary>Exact next-token law of each tree node (the empty word included): node·V + symbol.</summary>
    public double[] NextToken { get; }

    public ReadOnlySpan<double> Belief(int context) => Tree.Belief(context + 1);

    /// <summary>What theory says a probe should decode from a context.</summary>
    public ReadOnlySpan<double> Value(Target target, int context) =>
        target == Target.Belief ? Belief(context) : NextToken.AsSpan((context + 1) * Tree.Process.SymbolCount, Tree.Process.SymbolCount);

    /// <summary>Coordinates of a target.</summary>
    public int Width(Target target) => Coordinates(target).Count;

    /// <summary>Names of a target's coordinates: states, or symbols.</summary>
    public IReadOnlyList<string> Coordinates(Target target) => target == Target.Belief ? Tree.Process.States : Tree.Process.Symbols;

    /// <summary>Weights of the contexts, summing to 1; 0 for those outside the scope.</summary>
    public double[] Weights(Weighting weighting, ContextScope scope) => _weights[(weighting, scope)];

    /// <summary>Pairs of contexts with such weights: the same for every network.</summary>
    public ContextPairs Pairs(Weighting weighting, ContextScope scope) =>
        _pairs.GetOrAdd((weighting, scope), key => new(() => ContextPairs.Of(Weights(key.Item1, key.Item2)))).Value;

    /// <summary>The fold of each context; null where the partition does not exist (belief states that are not finite in number).</summary>
    /// <param name="repetition">0 for the folds of every probe; 1, 2, … for others of the same kind.</param>
    public int[]? FoldsOf(Partition partition, int repetition = 0) =>
        _folds.GetOrAdd((partition, repetition), key => Folds.Assign(key.Item1, Tree, StateOf, _foldSeed, key.Item2));

    private int Scoped(ContextScope scope) => Tree.LevelStart[(scope == ContextScope.Trained ? LongestTrained : Tree.Depth) + 1];

    private double[] Normalised(double[] byNode, int end)
    {
        double[] weights = new double[Count];
        double sum = 0;
        for (int node = 1; node < end; node++)
        {
            sum += weights[node - 1] = byNode[node];
        }
        for (int context = 0; context < Count; context++)
        {
            weights[context] /= sum;
        }
        return weights;
    }

    // The number of words of full length below each node.
    private double[] RowCounts()
    {
        double[] counts = new double[Tree.Count];
        for (int node = Tree.Count - 1; node > 0; node--)
        {
            if (node >= Tree.LevelStart[Tree.Depth])
            {
                counts[node] = 1;
            }
            counts[Tree.Parents[node]] += counts[node];
        }
        return counts;
    }
}
