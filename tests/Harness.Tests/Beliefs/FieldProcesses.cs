using Harness.Processes;
using MathNet.Numerics.LinearAlgebra;

namespace Harness.Tests.Beliefs;

/// <summary>Further processes of the field, written out here and not taken from the shipped specs.</summary>
internal static class FieldProcesses
{
    /// <summary>A walk on the Bloch disc, φ = (1, 0, 0): coordinates are the trace and two of the Bloch vector's.</summary>
    public static HiddenMarkovModel BlochWalk(double alpha, double beta)
    {
        double gamma = 1 / (4 * ((alpha * alpha) + (beta * beta))), m = ((alpha * alpha) - (beta * beta)) * gamma, o = 2 * alpha * beta * gamma;
        double[] z(double sign) => [0.25, 0, sign * o, 0, m, 0, sign * o, 0, 0.25];
        double[] x(double sign) => [0.25, sign * o, 0, sign * o, 0.25, 0, 0, 0, m];
        return Generalised("bloch-walk", [z(1), z(-1), x(1), x(-1)], [1, 0, 0]);
    }

    /// <summary>Fanizza's process, φ = (1, 1, 1, 1).</summary>
    public static HiddenMarkovModel Frdn(double alpha = 2000, double lambda = 0.49)
    {
        (double sin, double cos) = Math.SinCos(alpha);
        double below = 1 - (2 * lambda * cos) + (lambda * lambda);
        double plus = (1 - (lambda * cos) + (lambda * sin)) / below, minus = (1 - (lambda * cos) - (lambda * sin)) / below;
        double[] r = [1 - (((2 / (1 - lambda)) - plus - minus) / 4), 1 / (2 * (1 - lambda)), -plus / 4, -minus / 4];
        double[] w = [1, 1 - lambda, 1 + (lambda * (sin - cos)), 1 - (lambda * (sin + cos))];
        return Generalised("frdn",
            [
                [.. w.SelectMany(row => r.Select(column => row * column))],
                [0, 0, 0, 0, 0, lambda, 0, 0, 0, 0, lambda * cos, -lambda * sin, 0, 0, lambda * sin, lambda * cos],
            ],
            [1, 1, 1, 1]);
    }

    /// <summary>The post-quantum process with α = e, β = ½; φ sums to 3.</summary>
    public static HiddenMarkovModel Moon()
    {
        double alpha = Math.E, beta = 0.5, nu = 0.26119641246292713;
        double[] diagonal(double a) => [nu * a, 0, 0, 0, nu, 0, 0, nu * Math.Log(a), nu];
        return Generalised("moon", [[nu, -nu, -nu, nu, -nu, -nu, 0, 0, 0], diagonal(alpha), diagonal(beta)], null);
    }

    public static HiddenMarkovModel Teddy(double p = 0.5, double q = 0.3)
    {
        double a = 1 / (1 + (2 * p) + (4 * q));
        return KnownProcesses.Build("teddy", ["0", "1", "2"], ["A", "B", "C", "D", "E", "F", "G"], [a, a * p, a * p, a * q, a * q, a * q, a * q],
            (0, 0, 0, 1 - p - q), (1, 0, 1, p), (2, 0, 3, q), (1, 1, 2, 1), (1, 2, 0, 1), (2, 3, 4, 1), (2, 4, 5, 1), (0, 5, 6, 1), (0, 6, 0, 1));
    }

    /// <summary>Two families that differ in one name, chosen once for ever; tokens Mr., Something, Blah, Dursley, Wonka.</summary>
    public static HiddenMarkovModel WonkaDursley(double p = 0.4, double q = 0.25)
    {
        List<(int, int, int, double)> edges = [];
        for (int family = 0; family < 2; family++)
        {
            int mr = 4 * family, something = mr + 1, blah = mr + 2, name = mr + 3, token = 3 + family;
            edges.AddRange([(token, mr, name, 1), (1, name, something, 0.5), (2, name, blah, 0.5)]);
            edges.AddRange([(1, something, something, 1 - p - q), (2, something, blah, p), (0, something, mr, q)]);
            edges.AddRange([(2, blah, blah, 1 - p - q), (1, blah, something, p), (0, blah, mr, q)]);
        }
        double[] one = [1 / 12.0, 2 / 12.0, 2 / 12.0, 1 / 12.0];
        return KnownProcesses.Build("wonka-dursley", ["Mr.", "Something", "Blah", "Dursley", "Wonka"],
            [.. Enumerable.Range(0, 8).Select(s => $"s{s}")], [.. one, .. one], [.. edges]);
    }

    /// <param name="readout">φ; the right eigenvector scaled to sum to the dimension where null.</param>
    public static HiddenMarkovModel Generalised(string id, double[][] transitions, double[]? readout)
    {
        int states = (int)Math.Sqrt(transitions[0].Length);
        Matrix<double> chain = Matrix<double>.Build.Dense(states, states, (i, j) => transitions.Sum(matrix => matrix[(i * states) + j]));
        readout ??= Fixed(chain, [.. Enumerable.Repeat(1.0, states)], states);
        double[] stationary = Fixed(chain.Transpose(), readout, 1);
        return new HiddenMarkovModel(id, new Dictionary<string, double>(), [.. Enumerable.Range(0, transitions.Length).Select(z => $"{z}")],
            [.. Enumerable.Range(0, states).Select(s => $"s{s}")], transitions, stationary, stationary, readout);
    }

    // The v with Av = v and v·along = total.
    private static double[] Fixed(Matrix<double> matrix, double[] along, double total)
    {
        int n = matrix.RowCount;
        Matrix<double> equations = (matrix - Matrix<double>.Build.DenseIdentity(n)).InsertRow(n, Vector<double>.Build.Dense(along));
        return equations.QR().Solve(Vector<double>.Build.Dense(n + 1, i => i == n ? total : 0)).ToArray();
    }
}
