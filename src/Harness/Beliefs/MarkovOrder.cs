namespace Harness.Beliefs;

/// <summary>How many tokens an observer must see, and of which, to know the causal state.</summary>
/// <remarks>
/// From pairs of different causal states that a token keeps apart: (a, b) → (a·z, b·z) for every z possible at both. The Markov order, the least M with
/// h_{M+1} = h, is the length of the longest word that two states have in common without meeting, plus one. The cryptic order, the least k with
/// H[S_k | X₁X₂…] = 0, counts only pairs that can still meet: two states that never meet are told apart by the tokens to come with
/// probability 1 (Mahoney, Ellison, James and Crutchfield 2011). Either is infinite where the pairs concerned form a cycle.
/// </remarks>
internal static class MarkovOrder
{
    /// <summary>The Markov order; null where it is infinite.</summary>
    public static int? Of(EpsilonMachine machine) => Longest(machine, [.. Enumerable.Range(0, machine.Count * machine.Count).Select(pair => IsPair(machine, pair))]);

    /// <summary>The cryptic order; null where it is infinite.</summary>
    public static int? Cryptic(EpsilonMachine machine)
    {
        int count = machine.Count;
        bool[] meets = new bool[count * count];
        for (bool found = true; found;)
        {
            found = false;
            for (int pair = 0; pair < meets.Length; pair++)
            {
                if (!meets[pair] && IsPair(machine, pair) && Successors(machine, pair).Any(next => !IsPair(machine, next) || meets[next]))
                {
                    found = meets[pair] = true;
                }
            }
        }
        return Longest(machine, meets);
    }

    // The number of pairs on the longest path through some of them; null where there is a cycle.
    private static int? Longest(EpsilonMachine machine, bool[] included)
    {
        int[] longest = new int[included.Length], unexplored = new int[included.Length];
        List<int>[] predecessors = [.. included.Select(_ => new List<int>())];
        for (int pair = 0; pair < included.Length; pair++)
        {
            foreach (int next in Successors(machine, pair).Where(next => included[pair] && included[next]).Distinct())
            {
                predecessors[next].Add(pair);
                unexplored[pair]++;
            }
        }
        Queue<int> ready = new(Enumerable.Range(0, included.Length).Where(pair => included[pair] && unexplored[pair] == 0));
        int explored = 0, most = 0;
        while (ready.TryDequeue(out int pair))
        {
            explored++;
            most = Math.Max(most, ++longest[pair]);
            foreach (int before in predecessors[pair])
            {
                longest[before] = Math.Max(longest[before], longest[pair]);
                if (--unexplored[before] == 0)
                {
                    ready.Enqueue(before);
                }
            }
        }
        return explored == included.Count(pair => pair) ? most : null;
    }

    private static bool IsPair(EpsilonMachine machine, int pair) => pair / machine.Count < pair % machine.Count;

    // Pairs are numbered a·n + b; with a ≤ b they are counted once, with a = b they have met.
    private static IEnumerable<int> Successors(EpsilonMachine machine, int pair)
    {
        int alphabet = machine.Symbols.Count, first = pair / machine.Count, second = pair % machine.Count;
        for (int symbol = 0; symbol < alphabet; symbol++)
        {
            int a = machine.Transitions[(first * alphabet) + symbol], b = machine.Transitions[(second * alphabet) + symbol];
            if (a >= 0 && b >= 0)
            {
                yield return (Math.Min(a, b) * machine.Count) + Math.Max(a, b);
            }
        }
    }
}
