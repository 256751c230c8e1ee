using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>How fast the filter draws beliefs together, and the dimension of the set of beliefs that follows from it.</summary>
/// <param name="ExponentsNats">Λ_1 ≥ Λ_2 ≥ …, nats per token: mean logarithmic rates at which small differences of beliefs change under the filter. Directions that one
/// token can erase completely are left out.</param>
/// <param name="StandardErrors">Of the exponents.</param>
/// <param name="Dimension">D = k + (h − Σ_{i≤k} |Λ_i|) / |Λ_{k+1}|, k the largest number for which the sum does not exceed h; at most the number of exponents.</param>
/// <param name="DimensionError">The standard error of D from that of the exponents.</param>
/// <param name="Tokens">The length of the walk.</param>
/// <remarks>
/// λ₀ = −h &gt; λ₁ ≥ λ₂ … are the Lyapunov exponents of the product of the T⁽ᶻ⁾ along a walk of the process, by Gram and Schmidt at every token; Λ_i = λ_i − λ₀.
/// D is the dimension that Kaplan and Yorke give to the invariant measure of an iterated function system; an upper bound where its maps overlap
/// (Jurgens and Crutchfield 2021, arXiv:2102.10487). Standard errors are from <see cref="Batches"/> batch means.
/// </remarks>
internal sealed record LyapunovSpectrum(
    IReadOnlyList<double> ExponentsNats, IReadOnlyList<double> StandardErrors, double Dimension, double DimensionError, int Tokens)
{
    public const int Batches = 20;
    /// <summary>Why there is none although the process has one set of matrices.</summary>
    public const string TooManyStates = "not computed: with so many states the walk would be too short";

    private const int MostTokens = 200_000;
    private const long MostMultiplications = 200_000_000;
    private const double Erased = 1e-13;

    /// <summary>By a walk of the process; null where it would be too short to say anything.</summary>
    public static LyapunovSpectrum? Of(HiddenMarkovModel process, double entropyRateNats)
    {
        int states = process.StateCount, batch = (int)Math.Min(MostTokens, MostMultiplications / (2L * states * states * states)) / Batches;
        if (batch < 100)
        {
            return null;
        }
        Frame frame = new(process);
        double[][] rates = [.. Enumerable.Range(0, Batches).Select(_ => frame.Walk(batch))];
        int kept = rates.Min(exponents => exponents.Length);
        double[] means = [.. Enumerable.Range(0, kept).Select(i => rates.Average(exponents => exponents[i]))];
        return new LyapunovSpectrum(
            means, [.. Enumerable.Range(0, kept).Select(i => Error(rates.Select(exponents => exponents[i])))],
            KaplanYorke(means, entropyRateNats), Error(rates.Select(exponents => KaplanYorke(exponents, entropyRateNats))), batch * Batches);
    }

    private static double KaplanYorke(IEnumerable<double> exponents, double left)
    {
        double dimension = 0;
        foreach (double exponent in exponents)
        {
            if (!(left < -exponent))
            {
                dimension++;
                left += exponent;
                continue;
            }
            return dimension + (Math.Max(0, left) / -exponent);
        }
        return dimension;
    }

    private static double Error(IEnumerable<double> values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (Batches * (Batches - 1)));
    }

    /// <summary>Orthogonal directions that the tokens of a walk stretch and turn.</summary>
    private sealed class Frame(HiddenMarkovModel process)
    {
        private readonly Orbit _orbit = new(process, "lyapunov exponents");
        private readonly int _states = process.StateCount;
        private double[] _rows = [.. Enumerable.Range(0, process.StateCount * process.StateCount).Select(cell => cell % (process.StateCount + 1) == 0 ? 1.0 : 0)];
        private double[] _moved = new double[process.StateCount * process.StateCount];
        private int _kept = process.StateCount;

        // Λ_1, Λ_2, … over some tokens.
        public double[] Walk(int tokens)
        {
            double[] logarithms = new double[_kept];
            for (int token = 0; token < tokens; token++)
            {
                int symbol = _orbit.Move();
                for (int row = 0; row < _kept; row++)
                {
                    process.Propagate(_rows.AsSpan(row * _states, _states), symbol, _moved.AsSpan(row * _states, _states));
                }
                (_rows, _moved) = (_moved, _rows);
                for (int row = 0; row < _kept; row++)
                {
                    logarithms[row] += Math.Log(Orthonormal(row));
                }
            }
            return [.. Enumerable.Range(1, Math.Max(0, _kept - 1)).Select(row => (logarithms[row] - logarithms[0]) / tokens)];
        }

        // The length of a row without its part along the rows before it; rows from the first that vanishes on are dropped.
        private double Orthonormal(int row)
        {
            Span<double> vector = _rows.AsSpan(row * _states, _states);
            double whole = Math.Sqrt(Cholesky.Dot(vector, vector));
            for (int before = 0; before < row; before++)
            {
                ReadOnlySpan<double> direction = _rows.AsSpan(before * _states, _states);
                double along = Cholesky.Dot(vector, direction);
                for (int state = 0; state < _states; state++)
                {
                    vector[state] -= along * direction[state];
                }
            }
            double length = Math.Sqrt(Cholesky.Dot(vector, vector));
            if (!(length > Erased * Math.Max(whole, Erased)))
            {
                _kept = Math.Min(_kept, row);
                return 1;
            }
            for (int state = 0; state < _states; state++)
            {
                vector[state] /= length;
            }
            return length;
        }
    }
}
