using Harness.Processes;

namespace Harness.Tests.Beliefs;

/// <summary>Processes with known answers, built from numbers written here and not from the shipped specs.</summary>
internal static class KnownProcesses
{
    public static HiddenMarkovModel RandomRandomXor { get; } = Build("rrxor", ["0", "1"], ["S", "0", "1", "T", "F"],
        [2 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0],
        (0, 0, 1, 0.5), (0, 1, 4, 0.5), (0, 2, 3, 0.5), (0, 4, 0, 1),
        (1, 0, 2, 0.5), (1, 1, 3, 0.5), (1, 2, 4, 0.5), (1, 3, 0, 1));

    public static HiddenMarkovModel ZeroOneRandom { get; } = Build("z1r", ["0", "1"], ["0", "1", "R"],
        [1 / 3.0, 1 / 3.0, 1 / 3.0],
        (0, 0, 1, 1), (0, 2, 0, 0.5), (1, 1, 2, 1), (1, 2, 0, 0.5));

    public static HiddenMarkovModel Coin(double p) => Build("coin", ["0", "1"], ["A"], [1], (0, 0, 0, p), (1, 0, 0, 1 - p));

    public static HiddenMarkovModel GoldenMean(double p = 0.5) => Build("golden-mean", ["0", "1"], ["A", "B"],
        [1 / (1 + p), p / (1 + p)], (0, 0, 0, 1 - p), (0, 1, 0, 1), (1, 0, 1, p));

    public static HiddenMarkovModel Even(double p = 0.5) => Build("even", ["0", "1"], ["A", "B"],
        [1 / (1 + p), p / (1 + p)], (0, 0, 0, 1 - p), (1, 0, 1, p), (1, 1, 0, 1));

    /// <summary>n1 ones then n0 zeros after each departure from state 0: the (n1–n0) golden mean process.</summary>
    public static HiddenMarkovModel Burst(int ones, int zeros, double p = 0.5)
    {
        int states = ones + zeros;
        List<(int, int, int, double)> edges = [(0, 0, 0, 1 - p), (1, 0, 1, p)];
        for (int s = 1; s < states; s++)
        {
            edges.Add((s < ones ? 1 : 0, s, (s + 1) % states, 1));
        }
        double first = 1 / (1 + ((states - 1) * p));
        double[] stationary = [first, .. Enumerable.Repeat(first * p, states - 1)];
        return Build("burst", ["0", "1"], [.. Enumerable.Range(0, states).Select(s => $"A{s}")], stationary, [.. edges]);
    }

    /// <summary>The simple nonunifilar source: infinitely many beliefs, counted by the zeros since the last one.</summary>
    public static HiddenMarkovModel SimpleNonunifilarSource(double p, double q) => Build("sns", ["0", "1"], ["A", "B"],
        [q / (p + q), p / (p + q)], (0, 0, 0, 1 - p), (0, 0, 1, p), (0, 1, 1, 1 - q), (1, 1, 0, q));

    public static HiddenMarkovModel Mess3(double x, double a)
    {
        double b = (1 - a) / 2, y = 1 - (2 * x);
        var edges = from z in Enumerable.Range(0, 3)
                    from i in Enumerable.Range(0, 3)
                    from j in Enumerable.Range(0, 3)
                    select (z, i, j, (i == j ? y : x) * (j == z ? a : b));
        return Build("mess3", ["0", "1", "2"], ["A", "B", "C"], [1 / 3.0, 1 / 3.0, 1 / 3.0], [.. edges]);
    }

    /// <param name="edges">(symbol, from, to, probability).</param>
    public static HiddenMarkovModel Build(string id, string[] symbols, string[] states, double[] stationary,
        params (int Symbol, int From, int To, double Probability)[] edges)
    {
        double[][] transitions = [.. symbols.Select(_ => new double[states.Length * states.Length])];
        foreach ((int symbol, int from, int to, double probability) in edges)
        {
            transitions[symbol][(from * states.Length) + to] += probability;
        }
        return new HiddenMarkovModel(id, new Dictionary<string, double>(), symbols, states, transitions, stationary, stationary);
    }
}
