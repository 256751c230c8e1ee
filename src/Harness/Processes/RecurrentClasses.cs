using Harness.Numerics;

namespace Harness.Processes;

/// <summary>Which states of a finite Markov chain are visited for ever, from which transitions are possible at all.</summary>
/// <remarks>A class is a strongly connected set of states that no transition leaves.</remarks>
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
        int[] edges = [.. chain.Select((probability, cell) => probability > 0 ? cell % states : -1)];
        int[] component = StrongComponents.Of(edges, states);
        bool[] recurrent = StrongComponents.Closed(edges, states);
        return new RecurrentClasses(
            [.. Enumerable.Range(0, states).Where(state => recurrent[state]).GroupBy(state => component[state]).Select(members => members.ToArray())],
            [.. Enumerable.Range(0, states).Where(state => !recurrent[state])]);
    }
}
