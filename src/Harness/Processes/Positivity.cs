using Harness.Specs;

namespace Harness.Processes;

/// <summary>Whether a generalised model gives any word a negative probability, as far as words were tried.</summary>
/// <param name="Length">Words up to this length were tried. Positivity for all lengths cannot be decided in general (Denisov's problem; Wiesner and others 2014).</param>
/// <param name="Word">The first word, shortest first, whose last token has a conditional probability below −<see cref="Tolerance"/>; null when none was found.</param>
/// <param name="Probability">η₀T⁽ʷ⁾φ of that word.</param>
/// <param name="Conditional">The conditional probability of its last token.</param>
internal sealed record Positivity(int Length, IReadOnlyList<int>? Word, double Probability, double Conditional)
{
    /// <summary>A conditional probability of no less than minus this is taken for rounding.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>The length to which every model of few symbols is tried.</summary>
    public const int UsualLength = 8;

    private const int MaxNumbers = 300_000;

    /// <summary>"not refuted to length 8": what can be said of a model that is not refuted.</summary>
    public string Statement => Word is null ? FormattableString.Invariant($"not refuted to length {Length}") : FormattableString.Invariant($"refuted at length {Word.Count}");

    /// <summary>What is wrong with the process that was tried; null when it was not refuted.</summary>
    /// <param name="given">Its parameters in words.</param>
    public Finding? Refutation(HiddenMarkovModel process, string given) => Word is null ? null : Problems.NegativeWord(
        string.Join(' ', Word.Select(symbol => process.Symbols[symbol])), Probability, process.Symbols[Word[^1]], Conditional, given);

    /// <summary>Tries all words from the start of the process, fewer lengths where they are too many.</summary>
    public static Positivity Of(HiddenMarkovModel process)
    {
        int states = process.StateCount, alphabet = process.SymbolCount, length = LengthFor(alphabet, states);
        List<(int[] Word, double Probability, double[] Belief)> level = [([], 1, [.. process.Start])];
        for (int longest = 1; longest <= length; longest++)
        {
            List<(int[] Word, double Probability, double[] Belief)> next = [];
            foreach ((int[] word, double probability, double[] belief) in level)
            {
                for (int symbol = 0; symbol < alphabet; symbol++)
                {
                    double[] vector = new double[states];
                    double conditional = process.Propagate(belief, symbol, vector);
                    if (!(conditional >= -Tolerance))
                    {
                        return new Positivity(length, [.. word, symbol], probability * conditional, conditional);
                    }
                    if (conditional > HiddenMarkovModel.SmallestProbability)
                    {
                        next.Add(([.. word, symbol], probability * conditional, [.. vector.Select(entry => entry / conditional)]));
                    }
                }
            }
            level = next;
        }
        return new Positivity(length, null, 0, 0);
    }

    private static int LengthFor(int alphabet, int states)
    {
        double numbers = states;
        int length = 0;
        while (length < UsualLength && (length == 0 || numbers * alphabet <= MaxNumbers))
        {
            numbers *= alphabet;
            length++;
        }
        return length;
    }
}
