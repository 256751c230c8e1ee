using Harness.Beliefs;

namespace Harness.Reports.Figures;

/// <summary>The first word, by length and then in lexicographic order, that leads to each mixed state; λ is the empty one.</summary>
internal static class ShortestWords
{
    public static string[] Of(MixedStatePresentation presentation)
    {
        int alphabet = presentation.Process.SymbolCount;
        string between = presentation.Process.Symbols.All(symbol => symbol.Length == 1) ? "" : " ";
        string[] words = new string[presentation.Count];
        words[0] = "λ";
        // States are numbered breadth first: whoever leads to one first stands before it.
        for (int edge = 0; edge < presentation.Transitions.Length; edge++)
        {
            (int from, int to) = (edge / alphabet, presentation.Transitions[edge]);
            if (to >= 0 && words[to] is null)
            {
                words[to] = from == 0 ? presentation.Process.Symbols[edge % alphabet] : words[from] + between + presentation.Process.Symbols[edge % alphabet];
            }
        }
        return words;
    }
}
