using Harness.Specs;

namespace Harness.Processes;

/// <summary>Fills the matrices of a process file with numbers and judges them.</summary>
internal static class TransitionTable
{
    /// <summary>Largest distance of a row's sum from 1 that is taken for rounding.</summary>
    public const double RowTolerance = 1e-9;

    /// <returns>One row-major S×S matrix for each symbol, in the order of the symbols; NaN in cells whose problem has been reported.</returns>
    public static double[][] Fill(ProcessFile process, IReadOnlyDictionary<string, double> names, Scope file)
    {
        int states = process.States.Count;
        string given = Definitions.Describe(process, names);
        double[][] matrices = [.. process.Symbols.Select(_ => new double[states * states])];
        for (int symbol = 0; symbol < matrices.Length; symbol++)
        {
            IReadOnlyList<IReadOnlyList<Scalar>> written = process.Transitions[process.Symbols[symbol]];
            Scope at = file["transitions"][process.Symbols[symbol]];
            for (int from = 0; from < states; from++)
            {
                for (int to = 0; to < states; to++)
                {
                    double value = written[from][to].Evaluate(names, at[from][to]);
                    matrices[symbol][(from * states) + to] = value;
                    if (value < 0)
                    {
                        at[from][to].Report(Problems.NegativeProbability(process.Symbols[symbol], process.States[from], process.States[to], value, given));
                    }
                }
            }
        }
        return matrices;
    }

    /// <summary>Σ_z T⁽ᶻ⁾, with every row reported that does not sum to 1.</summary>
    public static double[] Chain(ProcessFile process, double[][] matrices, string given, Scope file)
    {
        int states = process.States.Count;
        double[] chain = [.. Enumerable.Range(0, states * states).Select(cell => matrices.Sum(matrix => matrix[cell]))];
        for (int state = 0; state < states; state++)
        {
            double sum = chain.Skip(state * states).Take(states).Sum();
            if (Math.Abs(sum - 1) > RowTolerance)
            {
                file["states"][state].Report(Problems.RowSum(process.States[state], sum, given));
            }
        }
        return chain;
    }

    /// <summary>Reports states that are left for ever, and a chain that falls apart.</summary>
    public static void Ergodic(ProcessFile process, double[] chain, string given, Scope file)
    {
        RecurrentClasses classes = RecurrentClasses.Of(chain, process.States.Count);
        foreach (int state in classes.Transient)
        {
            file["states"][state].Report(Problems.UnreachableState(process.States[state], given));
        }
        foreach (IReadOnlyList<int> other in classes.Classes.Skip(1))
        {
            file["states"][other[0]].Report(Problems.NotErgodic(process.States[classes.Classes[0][0]], process.States[other[0]], given));
        }
    }
}
