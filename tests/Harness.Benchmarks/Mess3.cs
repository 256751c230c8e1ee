using Harness.Processes;

namespace Harness.Benchmarks;

/// <summary>Mess3(0.05, 0.85), written out.</summary>
internal static class Mess3
{
    public static HiddenMarkovModel Process { get; } = Build(0.05, 0.85);

    private static HiddenMarkovModel Build(double x, double a)
    {
        double b = (1 - a) / 2, y = 1 - (2 * x);
        double[][] transitions = [.. Enumerable.Range(0, 3).Select(z => Enumerable.Range(0, 9).Select(cell => (cell / 3 == cell % 3 ? y : x) * (cell % 3 == z ? a : b)).ToArray())];
        double[] stationary = [1 / 3.0, 1 / 3.0, 1 / 3.0];
        return new HiddenMarkovModel("mess3", new Dictionary<string, double>(), ["0", "1", "2"], ["A", "B", "C"], transitions, stationary, stationary);
    }
}
