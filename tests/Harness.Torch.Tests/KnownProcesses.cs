using Harness.Processes;

namespace Harness.Torch.Tests;

/// <summary>Three processes of the literature as numbers.</summary>
internal static class KnownProcesses
{
    private static readonly double[] Third = [1 / 3.0, 1 / 3.0, 1 / 3.0];

    public static HiddenMarkovModel Mess3(double x = 0.05, double a = 0.85)
    {
        double b = (1 - a) / 2, y = 1 - (2 * x);
        return Build("mess3", ["A", "B", "C"], Third,
            [a * y, b * x, b * x, a * x, b * y, b * x, a * x, b * x, b * y],
            [b * y, a * x, b * x, b * x, a * y, b * x, b * x, a * x, b * y],
            [b * y, b * x, a * x, b * x, b * y, a * x, b * x, b * x, a * y]);
    }

    public static HiddenMarkovModel Z1R() => Build("z1r", ["0", "1", "R"], Third,
        [0, 1, 0, 0, 0, 0, 0.5, 0, 0],
        [0, 0, 0, 0, 0, 1, 0.5, 0, 0]);

    public static HiddenMarkovModel Rrxor() => Build("rrxor", ["S", "0", "1", "T", "F"], [2 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0],
        [0, 0.5, 0, 0, 0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0.5, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0],
        [0, 0, 0.5, 0, 0, 0, 0, 0, 0.5, 0, 0, 0, 0, 0, 0.5, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

    private static HiddenMarkovModel Build(string id, string[] states, double[] stationary, params double[][] transitions) =>
        new(id, new Dictionary<string, double>(), [.. transitions.Select((_, z) => $"{z}")], states, transitions, stationary, stationary);
}
