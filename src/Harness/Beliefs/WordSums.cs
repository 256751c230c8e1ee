using Harness.Numerics;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>Entropies of the words that follow some vectors v, by depth first enumeration.</summary>
/// <param name="tokens">k, the length of the words.</param>
/// <remarks>
/// Over all vectors visited and all words w of k tokens, with p = vT⁽ʷ⁾φ and q = vT⁽ʷ⁾: sums of −p ln p and of −q_s ln q_s, and the same for
/// k + 1 tokens. Their differences are conditional entropies, in nats.
/// </remarks>
internal sealed class WordSums(HiddenMarkovModel process, int tokens)
{
    private readonly double[][] _vectors = [.. Enumerable.Range(0, tokens + 1).Select(_ => new double[process.StateCount])];
    private CompensatedSum _words;
    private CompensatedSum _longerWords;
    private CompensatedSum _states;
    private CompensatedSum _longerStates;

    /// <summary>H[X_{k+1} | v, X₁…X_k].</summary>
    public double Upper => _longerWords.Value - _words.Value;

    /// <summary>H[X₁…X_{k+1}, S_{k+1} | v] − H[X₁…X_k, S_k | v].</summary>
    public double Lower => _longerStates.Value - _states.Value;

    public void Visit(ReadOnlySpan<double> vector, int length = 0)
    {
        if (length == tokens)
        {
            Tally(vector, ref _words, ref _states);
        }
        for (int symbol = 0; symbol < process.SymbolCount; symbol++)
        {
            double[] next = _vectors[length];
            if (process.Propagate(vector, symbol, next) <= 0)
            {
                continue;
            }
            if (length == tokens)
            {
                Tally(next, ref _longerWords, ref _longerStates);
            }
            else
            {
                Visit(next, length + 1);
            }
        }
    }

    private void Tally(ReadOnlySpan<double> vector, ref CompensatedSum words, ref CompensatedSum states)
    {
        double total = 0, entropy = 0;
        for (int state = 0; state < vector.Length; state++)
        {
            total += vector[state] * process.Readout[state];
            entropy += Shannon.TermNats(vector[state]);
        }
        words.Add(Shannon.TermNats(total));
        states.Add(entropy);
    }
}
