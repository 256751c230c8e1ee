using Harness.Processes;
using Harness.Specs;

namespace Harness.Beliefs;

/// <summary>What theory says about one word: P(w), the belief η(w) after its last token, and the law of the token that follows.</summary>
/// <param name="Word">The tokens as symbols of the process, first to last; empty for the empty word.</param>
/// <param name="Belief">In the order of the states.</param>
/// <param name="NextToken">In the order of the symbols.</param>
internal sealed record WordTheory(string[] Word, double Probability, double[] Belief, double[] NextToken)
{
    /// <summary>By filtering token by token from the start of the process.</summary>
    /// <exception cref="WordException">The word has a token that is no symbol, or probability 0.</exception>
    public static WordTheory Of(GenerativeProcess process, IReadOnlyList<string> word)
    {
        double probability = 1;
        double[] belief = [.. process.Start], next = new double[process.StateCount];
        foreach (string token in word)
        {
            int symbol = process.Symbols.ToList().IndexOf(token);
            double conditional = symbol < 0 ? throw new WordException(Problems.UnknownSymbol(token)) : process.Advance(belief, symbol, next);
            probability *= conditional > 0 ? conditional : throw new WordException(Problems.ImpossibleWord(string.Join(' ', word), process.Id));
            (belief, next) = (next, belief);
        }
        double[] law = new double[process.SymbolCount];
        process.NextToken(belief, law);
        return new WordTheory([.. word], probability, belief, law);
    }

    public static WordTheory Of(BeliefTree tree, int node)
    {
        double[] law = new double[tree.Process.SymbolCount];
        tree.NextToken(node, law);
        return new WordTheory([.. tree.Word(node).Select(symbol => tree.Process.Symbols[symbol])], tree.Probabilities[node], tree.Belief(node).ToArray(), law);
    }
}
