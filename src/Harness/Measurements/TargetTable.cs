using Harness.Numerics;

namespace Harness.Measurements;

/// <summary>What probes are asked to decode, for each context: the belief, and the same beliefs destroyed in two ways.</summary>
/// <remarks>
/// Columns: the belief (S); then for each draw the belief shuffled within context length; then for each draw the beliefs permuted
/// among mixed states (what a code that tells mixed states apart, without geometry, can score).
/// </remarks>
internal sealed class TargetTable
{
    private readonly double[] _values;

    private TargetTable(double[] values, int states, int draws)
    {
        _values = values;
        States = states;
        Draws = draws;
    }

    public int States { get; }

    /// <summary>How many independent draws of each destruction.</summary>
    public int Draws { get; }

    public int Columns => States * (1 + (2 * Draws));

    public ReadOnlySpan<double> Row(int context) => _values.AsSpan(context * Columns, Columns);

    /// <summary>First column of a shuffled draw.</summary>
    public int Shuffled(int draw) => States * (1 + draw);

    /// <summary>First column of a permuted draw.</summary>
    public int Permuted(int draw) => States * (1 + Draws + draw);

    public static TargetTable Of(ContextTable contexts, Seed seed, int draws)
    {
        int states = contexts.Tree.Process.StateCount;
        int columns = states * (1 + (2 * draws));
        double[] values = new double[contexts.Count * columns];
        for (int context = 0; context < contexts.Count; context++)
        {
            contexts.Belief(context).CopyTo(values.AsSpan(context * columns, states));
        }
        RandomStream shuffles = seed.Stream("shuffled-beliefs"), permutations = seed.Stream("permuted-beliefs");
        for (int draw = 0; draw < draws; draw++)
        {
            Copy(contexts, ShuffledWithinLength(contexts, shuffles.At(draw)), values, columns, states * (1 + draw));
            Copy(contexts, PermutedAmongStates(contexts, permutations.At(draw)), values, columns, states * (1 + draws + draw));
        }
        return new TargetTable(values, states, draws);
    }

    /// <summary>The beliefs in the coordinates of their principal axes, nothing destroyed.</summary>
    public static TargetTable Along(PrincipalAxes axes, ContextTable contexts)
    {
        double[] values = new double[contexts.Count * axes.Count];
        for (int context = 0; context < contexts.Count; context++)
        {
            axes.Project(contexts.Belief(context), values.AsSpan(context * axes.Count, axes.Count));
        }
        return new TargetTable(values, axes.Count, draws: 0);
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

    private static void Copy(ContextTable contexts, int[] source, double[] values, int columns, int first)
    {
        for (int context = 0; context < source.Length; context++)
        {
            contexts.Belief(source[context]).CopyTo(values.AsSpan((context * columns) + first));
        }
    }
}
