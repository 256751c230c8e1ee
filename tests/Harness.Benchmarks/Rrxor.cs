using Harness.Processes;

namespace Harness.Benchmarks;

/// <summary>RRXOR(0.5, 0.5), written out: states S, 0, 1, T, F.</summary>
internal static class Rrxor
{
    public static HiddenMarkovModel Process { get; } = new(
        "rrxor", new Dictionary<string, double>(), ["0", "1"], ["S", "0", "1", "T", "F"],
        [
            [0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0.5, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0],
            [0, 0, 0.5, 0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0, 0.5, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ],
        Stationary, Stationary);

    private static double[] Stationary => [2 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0];
}
