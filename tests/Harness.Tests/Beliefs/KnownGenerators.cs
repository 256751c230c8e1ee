using Harness.Processes;

namespace Harness.Tests.Beliefs;

/// <summary>More processes with known answers: mixtures, and generalised models whose matrices have negative entries.</summary>
internal static class KnownGenerators
{
    /// <summary>Runs of 11 and of 2200 from one state.</summary>
    public static HiddenMarkovModel Teddy(double p, double q)
    {
        double first = 1 / (1 + (2 * p) + (4 * q));
        return KnownProcesses.Build("teddy", ["0", "1", "2"], ["A", "B", "C", "D", "E", "F", "G"],
            [first, first * p, first * p, first * q, first * q, first * q, first * q],
            (0, 0, 0, 1 - p - q), (1, 0, 1, p), (2, 0, 3, q), (1, 1, 2, 1), (1, 2, 0, 1), (2, 3, 4, 1), (2, 4, 5, 1), (0, 5, 6, 1), (0, 6, 0, 1));
    }

    /// <summary>One of several coins, drawn once; the numbers are their probabilities of 0.</summary>
    public static HiddenMarkovModel Coins(params double[] biases) => KnownProcesses.Build("coins", ["0", "1"],
        [.. biases.Select((_, coin) => $"C{coin}")], [.. biases.Select(_ => 1.0 / biases.Length)],
        [.. biases.SelectMany((bias, coin) => new[] { (0, coin, coin, bias), (1, coin, coin, 1 - bias) })]);

    /// <summary>Biases n/(N+1), n = 1..N.</summary>
    public static HiddenMarkovModel EvenlySpacedCoins(int count) => Coins([.. Enumerable.Range(1, count).Select(n => n / (count + 1.0))]);

    /// <summary>Two Mess3 processes, one of which goes on for ever.</summary>
    public static HiddenMarkovModel MixtureOf(double weight, HiddenMarkovModel first, HiddenMarkovModel second)
    {
        int split = first.StateCount, states = split + second.StateCount;
        var edges = from z in Enumerable.Range(0, first.SymbolCount)
                    from part in new[] { (Model: first, Offset: 0), (Model: second, Offset: split) }
                    from i in Enumerable.Range(0, part.Model.StateCount)
                    from j in Enumerable.Range(0, part.Model.StateCount)
                    select (z, i + part.Offset, j + part.Offset, part.Model.TransitionMatrix(z)[(i * part.Model.StateCount) + j]);
        double[] stationary = [.. first.Stationary.Select(p => weight * p), .. second.Stationary.Select(p => (1 - weight) * p)];
        return KnownProcesses.Build("mixture", [.. first.Symbols], [.. Enumerable.Range(0, states).Select(s => $"M{s}")], stationary, [.. edges]);
    }

    /// <summary>Walks on the Bloch disc: φ = π = (1, 0, 0).</summary>
    public static HiddenMarkovModel Bloch(double alpha, double beta)
    {
        double gamma = 1 / (4 * ((alpha * alpha) + (beta * beta))), c = 0.25, m = ((alpha * alpha) - (beta * beta)) * gamma, o = 2 * alpha * beta * gamma;
        return Generalised("bloch", ["0", "1", "2", "3"], [1, 0, 0],
            [c, 0, o, 0, m, 0, o, 0, c], [c, 0, -o, 0, m, 0, -o, 0, c], [c, o, 0, o, c, 0, 0, 0, m], [c, -o, 0, -o, c, 0, 0, 0, m]);
    }

    /// <summary>A renewal process: every 0 leads to the same belief, and 1s turn it by an angle.</summary>
    public static HiddenMarkovModel Fanizza(double alpha, double lambda)
    {
        double cos = Math.Cos(alpha), sin = Math.Sin(alpha), scale = 1 - (2 * lambda * cos) + (lambda * lambda);
        double plus = (1 - (lambda * cos) + (lambda * sin)) / scale, minus = (1 - (lambda * cos) - (lambda * sin)) / scale;
        double[] r = [1 - (((2 / (1 - lambda)) - plus - minus) / 4), 1 / (2 * (1 - lambda)), -plus / 4, -minus / 4];
        double[] w = [1, 1 - lambda, 1 + (lambda * (sin - cos)), 1 - (lambda * (sin + cos))];
        double[] zero = [.. from i in w from j in r select i * j];
        double[] one = [0, 0, 0, 0, 0, lambda, 0, 0, 0, 0, lambda * cos, -lambda * sin, 0, 0, lambda * sin, lambda * cos];
        return Generalised("fanizza", ["0", "1"], [1, 1, 1, 1], zero, one);
    }

    /// <summary>The moon process, α = e and β = ½.</summary>
    public static HiddenMarkovModel Moon()
    {
        const double Scale = 0.26119641246292713;
        double[] Turn(double alpha) => [alpha * Scale, 0, 0, 0, Scale, 0, 0, Math.Log(alpha) * Scale, Scale];
        return Generalised("moon", ["0", "1", "2"], [2.158668893, 0.720432862, 0.120898245],
            [Scale, -Scale, -Scale, Scale, -Scale, -Scale, 0, 0, 0], Turn(Math.E), Turn(0.5));
    }

    // φ and π by iteration from near the one and from anything.
    private static HiddenMarkovModel Generalised(string id, string[] symbols, double[] readout, params double[][] matrices)
    {
        int states = readout.Length;
        double[] chain = [.. Enumerable.Range(0, states * states).Select(cell => matrices.Sum(matrix => matrix[cell]))];
        double[] phi = [.. readout], pi = [.. readout];
        for (int step = 0; step < 2000; step++)
        {
            phi = [.. Enumerable.Range(0, states).Select(i => Enumerable.Range(0, states).Sum(j => chain[(i * states) + j] * phi[j]))];
            pi = [.. Enumerable.Range(0, states).Select(j => Enumerable.Range(0, states).Sum(i => pi[i] * chain[(i * states) + j]))];
            double sum = phi.Sum(), expected = readout.Sum();
            phi = [.. phi.Select(value => value * expected / sum)];
            double total = pi.Zip(phi, (a, b) => a * b).Sum();
            pi = [.. pi.Select(value => value / total)];
        }
        return new HiddenMarkovModel(id, new Dictionary<string, double>(), symbols, [.. Enumerable.Range(0, states).Select(s => $"V{s}")], matrices, pi, pi, phi);
    }
}
