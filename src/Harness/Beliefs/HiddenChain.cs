using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>The Markov chain of the hidden states, whatever they emit.</summary>
internal static class HiddenChain
{
    /// <summary>T = Σ_z T⁽ᶻ⁾, row-major S×S.</summary>
    public static double[] Of(HiddenMarkovModel process)
    {
        double[] chain = new double[process.StateCount * process.StateCount];
        for (int symbol = 0; symbol < process.SymbolCount; symbol++)
        {
            ReadOnlySpan<double> matrix = process.TransitionMatrix(symbol);
            for (int cell = 0; cell < chain.Length; cell++)
            {
                chain[cell] += matrix[cell];
            }
        }
        return chain;
    }
}
