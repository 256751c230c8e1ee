using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>What probes are asked to decode, for each context: the targets, and the same destroyed in two ways.</summary>
/// <remarks>
/// One <see cref="TargetBlock"/> for each target, the belief first: the target; then for each draw the target shuffled within context length;
/// then for each draw the target permuted among mixed states (what a code that tells mixed states apart, without geometry, can score).
/// All targets of a draw are moved together.
/// </remarks>
internal sealed class TargetTable
{
    private readonly double[] _values;
    private readonly Dictionary<Target, TargetBlock> _blocks;

    private TargetTable(double[] values, Dictionary<Target, TargetBlock> blocks)
    {
        _values = values;
        _blocks = blocks;
        Columns = blocks.Values.Sum(block => block.Columns);
        States = Block(Target.Belief).Width;
    }

    public int Columns { get; }

    /// <summary>Coordinates of the belief.</summary>
    public int States { get; }

    /// <summary>How many independent draws of each destruction.</summary>
    public int Draws => Block(Target.Belief).Draws;

    public TargetBlock Block(Target target) => _blocks[target];

    public ReadOnlySpan<double> Row(int context) => _values.AsSpan(context * Columns, Columns);

    /// <summary>One variant of one target.</summary>
    public ReadOnlySpan<double> Row(int context, Target target, int variant) =>
        _values.AsSpan((context * Columns) + _blocks[target].Column(variant), _blocks[target].Width);

    /// <param name="more">Targets beside the belief, which is always there.</param>
    public static TargetTable Of(ContextTable contexts, Seed seed, int draws, params IEnumerable<Target> more)
    {
        Dictionary<Target, TargetBlock> blocks = [];
        int columns = 0;
        foreach (Target target in more.Prepend(Target.Belief).Distinct())
        {
            blocks[target] = new TargetBlock(columns, contexts.Width(target), draws);
            columns += blocks[target].Columns;
        }
        double[] values = new double[contexts.Count * columns];
        RandomStream shuffles = seed.Stream("shuffled-beliefs"), permutations = seed.Stream("permuted-beliefs");
        int[][] sources = [
            [.. Enumerable.Range(0, contexts.Count)],
            .. Enumerable.Range(0, draws).Select(draw => ShuffledWithinLength(contexts, shuffles.At(draw))),
            .. Enumerable.Range(0, draws).Select(draw => PermutedAmongStates(contexts, permutations.At(draw))),
        ];
        foreach ((Target target, TargetBlock block) in blocks)
        {
            for (int variant = 0; variant < sources.Length; variant++)
            {
                for (int context = 0; context < contexts.Count; context++)
                {
                    contexts.Value(target, sources[variant][context]).CopyTo(values.AsSpan((context * columns) + block.Column(variant)));
                }
            }
        }
        return new TargetTable(values, blocks);
    }

    /// <summary>The beliefs in the coordinates of their principal axes, nothing destroyed.</summary>
    public static TargetTable Along(PrincipalAxes axes, ContextTable contexts)
    {
        double[] values = new double[contexts.Count * axes.Count];
        for (int context = 0; context < contexts.Count; context++)
        {
            axes.Project(contexts.Belief(context), values.AsSpan(context * axes.Count, axes.Count));
        }
        return new TargetTable(values, new() { [Target.Belief] = new TargetBlock(0, axes.Count, Draws: 0) });
    }

    private static int[] ShuffledWithinLength(ContextTable contexts, RandomStream random)
    {
        int[] source = new int[contexts.Count];
        for (int length = 1; length <= contexts.Tree.Depth; length++)
        {
            int start = contexts.Tree.LevelStart[length] - 1, count = contexts.Tree.LevelStart[length + 1] - 1 - start;
            int[] order = random.NextPermutation(count);
            for (int i = 0; i < count; i++)
            {
                source[start + i] = start + order[i];
            }
        }
        return source;
    }

    private static int[] PermutedAmongStates(ContextTable contexts, RandomStream random)
    {
        if (contexts.StateOf is null)
        {
            return random.NextPermutation(contexts.Count);
        }
        Dictionary<int, int> representative = [];
        for (int context = 0; context < contexts.Count; context++)
        {
            representative.TryAdd(contexts.StateOf[context + 1], context);
        }
        int[] states = [.. representative.Keys];
        int[] order = random.NextPermutation(states.Length);
        Dictionary<int, int> image = [];
        for (int i = 0; i < states.Length; i++)
        {
            image[states[i]] = representative[states[order[i]]];
        }
        return [.. Enumerable.Range(0, contexts.Count).Select(context => image[contexts.StateOf[context + 1]])];
    }
}
