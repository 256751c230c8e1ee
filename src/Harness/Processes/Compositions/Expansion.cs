using Harness.Specs;

namespace Harness.Processes.Compositions;

/// <summary>A composition written out as one hidden Markov model, generalised or not: for theory that needs matrices.</summary>
/// <remarks>T⁽ᶻ⁾ over the joint coordinates; start and stationary law are the joint beliefs of the composition's. Word probabilities stay the same.</remarks>
internal static class Expansion
{
    /// <summary>The most numbers that the matrices may hold: symbols × states².</summary>
    public const long MostNumbers = 4_000_000;

    /// <summary>The numbers in the matrices that the process would have.</summary>
    public static double Size(LinearProcess process) => (double)process.SymbolCount * process.JointCount * process.JointCount;

    public static bool IsSmall(LinearProcess process) => Size(process) <= MostNumbers;

    /// <param name="why">What asks for it, for the message.</param>
    /// <exception cref="CompositionException">It would be too large.</exception>
    public static HiddenMarkovModel Of(LinearProcess process, string why = "")
    {
        if (process is HiddenMarkovModel model)
        {
            return model;
        }
        if (!IsSmall(process))
        {
            throw new CompositionException(Problems.ExpansionTooLarge(process.Id, process.SymbolCount, process.JointCount, MostNumbers, why));
        }
        int states = (int)process.JointCount;
        double[] identity = new double[states * states];
        for (int state = 0; state < states; state++)
        {
            identity[(state * states) + state] = 1;
        }
        double[][] transitions = new double[process.SymbolCount][];
        for (int symbol = 0; symbol < transitions.Length; symbol++)
        {
            transitions[symbol] = new double[identity.Length];
            process.Apply(symbol, identity, transitions[symbol], states, 1);
        }
        return new HiddenMarkovModel(process.Id, process.Parameters, process.Symbols, process.JointStates(), transitions,
            process.Joint(process.Stationary), process.Joint(process.Start), process.Kind == ProcessKind.Ghmm ? process.JointReadout() : null);
    }
}
