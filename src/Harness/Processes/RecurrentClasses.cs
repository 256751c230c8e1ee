namespace Harness.Processes;

/// <summary>Which states of a finite Markov chain are visited for ever, from which transitions are possible at all.</summary>
/// <remarks>i is recurrent exactly when every state reachable from i reaches i; recurrent states that reach each other form a class.</remarks>
internal sealed class RecurrentClasses
{
    private RecurrentClasses(IReadOnlyList<IReadOnlyList<int>> classes, IReadOnlyList<int> transient)
    {
        Classes = classes;
        Transient = transient;
    }

    /// <summary>The states of each class, classes and states in ascending order.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Classes { get; }

    /// <summary>The states that are in no class: their stationary probability is 0.</summary>
    public IReadOnlyList<int> Transient { get; }

    /// <param name="chain">S×S, row-major; a transition is possible where the entry is positive.</param>
    public static RecurrentClasses Of(double[] chain, int states)
    {
        ulong[][] reach = Closure(chain, states);
        List<List<int>> classes = [];
        List<int> transient = [];
        for (int state = 0; state < states; state++)
        {
            if (!Enumerable.Range(0, states).All(other => !Has(reach[state], other) || Has(reach[other], state)))
            {
                transient.Add(state);
            }
            else if (classes.Find(members => Has(reach[members[0]], state)) is { } known)
            {
                known.Add(state);
            }
            else
            {
                classes.Add([state]);
            }
        }
        return new RecurrentClasses(classes, transient);
    }

    /// <summary>Warshall's closure on rows of bits: S³/64 word operations.</summary>
    private static ulong[][] Closure(double[] chain, int states)
    {
        ulong[][] reach = new ulong[states][];
        for (int from = 0; from < states; from++)
        {
            reach[from] = new ulong[(states + 63) / 64];
            for (int to = 0; to < states; to++)
            {
                if (chain[(from * states) + to] > 0)
                {
                    reach[from][to / 64] |= 1ul << (to % 64);
                }
            }
        }
        for (int via = 0; via < states; via++)
        {
            foreach (ulong[] row in reach.Where(row => Has(row, via)))
            {
                for (int word = 0; word < row.Length; word++)
                {
                    row[word] |= reach[via][word];
                }
            }
        }
        return reach;
    }

    private static bool Has(ulong[] row, int state) => (row[state / 64] >> (state % 64) & 1) == 1;
}
