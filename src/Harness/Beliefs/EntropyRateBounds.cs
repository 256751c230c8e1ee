using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>An enclosure of the entropy rate in nats, from all contexts of one length.</summary>
/// <param name="Context">L in H[X_{L+1} | X_1…X_L, S_0] ≤ h ≤ H[X_{L+1} | X_1…X_L], from the stationary start.</param>
internal sealed record EntropyRateBounds(double Lower, double Upper, int Context)
{
    // Bounds this close cannot be told apart from their own rounding.
    private const double CloseEnough = 1e-14;
    private const long MostMultiplications = 400_000_000;
    private const int LongestContext = 1000;

    /// <summary>Lengthens the context until the bounds meet or the next length would cost too much.</summary>
    /// <param name="mostWords">The most words of one length to visit.</param>
    public static EntropyRateBounds Of(HiddenMarkovModel process, long mostWords = 2_000_000)
    {
        Sweep sweep = new(process, 0);
        for (int context = 1; context <= LongestContext && sweep.Upper - sweep.Lower > CloseEnough; context++)
        {
            // The number of words at the next length is at most V times, and in the long run about as many times as at the last step.
            long growth = process.SymbolCount, states = process.StateCount;
            if (sweep.Words * growth > mostWords || sweep.Words * growth * growth * states * states * states > MostMultiplications)
            {
                break;
            }
            sweep = new Sweep(process, context);
        }
        return new EntropyRateBounds(Math.Min(sweep.Lower, sweep.Upper), sweep.Upper, sweep.Context);
    }

    /// <summary>Visits every word of one length, depth first, with M[s, j] = P(S_0 = s, w, S_L = j).</summary>
    private sealed class Sweep
    {
        private readonly HiddenMarkovModel _process;
        private readonly double[][] _joint;
        private readonly double[] _emission;
        private readonly double[] _law;
        private readonly double[] _lawFrom;
        private CompensatedSum _upper;
        private CompensatedSum _lower;

        public Sweep(HiddenMarkovModel process, int context)
        {
            int states = process.StateCount;
            _process = process;
            Context = context;
            _joint = [.. Enumerable.Range(0, context + 1).Select(_ => new double[states * states])];
            _law = new double[process.SymbolCount];
            _lawFrom = new double[process.SymbolCount];
            _emission = Emission(process);
            for (int s = 0; s < states; s++)
            {
                _joint[0][(s * states) + s] = process.Stationary[s];
            }
            Visit(0);
        }

        public int Context { get; }

        public long Words { get; private set; }

        public double Upper => _upper.Value;

        public double Lower => _lower.Value;

        private void Visit(int length)
        {
            if (length == Context)
            {
                Words++;
                Tally(_joint[length]);
                return;
            }
            int states = _process.StateCount;
            double[] joint = _joint[length], next = _joint[length + 1];
            for (int symbol = 0; symbol < _process.SymbolCount; symbol++)
            {
                double mass = 0;
                for (int s = 0; s < states; s++)
                {
                    mass += _process.Propagate(joint.AsSpan(s * states, states), symbol, next.AsSpan(s * states, states));
                }
                if (mass > 0)
                {
                    Visit(length + 1);
                }
            }
        }

        private void Tally(double[] joint)
        {
            int states = _process.StateCount, alphabet = _process.SymbolCount;
            Array.Clear(_law);
            for (int s = 0; s < states; s++)
            {
                Array.Clear(_lawFrom);
                for (int j = 0; j < states; j++)
                {
                    double mass = joint[(s * states) + j];
                    for (int z = 0; mass > 0 && z < alphabet; z++)
                    {
                        _lawFrom[z] += mass * _emission[(j * alphabet) + z];
                    }
                }
                for (int z = 0; z < alphabet; z++)
                {
                    _law[z] += _lawFrom[z];
                }
                _lower.Add(Conditional(_lawFrom));
            }
            _upper.Add(Conditional(_law));
        }

        // P(c) H[z | c] for the unnormalised law P(c, z) over z.
        private static double Conditional(double[] joint)
        {
            double total = joint.Sum(), entropy = 0;
            foreach (double probability in joint)
            {
                entropy += probability > 0 ? -probability * Math.Log(probability / total) : 0;
            }
            return entropy;
        }

        // P(z | state), [state·V + symbol].
        private static double[] Emission(HiddenMarkovModel process)
        {
            int states = process.StateCount, alphabet = process.SymbolCount;
            double[] emission = new double[states * alphabet];
            double[] state = new double[states];
            for (int s = 0; s < states; s++)
            {
                Array.Clear(state);
                state[s] = 1;
                process.NextToken(state, emission.AsSpan(s * alphabet, alphabet));
            }
            return emission;
        }
    }
}
