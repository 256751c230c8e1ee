using System.Globalization;
using System.Text;
using Harness.Beliefs;
using Harness.Measurements;
using Harness.Processes;

namespace Harness.Reports;

/// <summary>The theory of a process for a person at a terminal.</summary>
internal static class TheoryCard
{
    private const double BitsPerNat = 1.4426950408889634;
    private const int MostContexts = 16;

    /// <param name="nulls">Held-out R² of the belief from things without a network, by name.</param>
    public static string Write(HiddenMarkovModel process, ProcessTheory theory, NullCard nulls, IReadOnlyList<WordTheory> words, BeliefTree? tree)
    {
        StringBuilder text = new();
        string with = string.Join(", ", theory.With.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key} = {value.Value:R}")));
        text.Append(CultureInfo.InvariantCulture, $"{theory.Process}{(with.Length > 0 ? $"({with})" : "")}: {theory.States.Count} states, {theory.Symbols.Count} symbols\n\n");
        Row(text, "stationary law", string.Join("  ", theory.States.Select((state, i) => string.Create(CultureInfo.InvariantCulture, $"{state} {theory.Stationary[i]:0.######}"))));
        EntropyRate rate = theory.EntropyRateNats;
        Row(text, "entropy rate", string.Create(CultureInfo.InvariantCulture, $"{rate.Value:F9} nats = {rate.Value * BitsPerNat:F9} bits ({rate.Method}{(rate.IsExact ? "" : $"; between {rate.Lower:F9} and {rate.Upper:F9} nats")})"));
        Row(text, "mixed states", theory.MixedStates.Closed
            ? string.Create(CultureInfo.InvariantCulture, $"{theory.MixedStates.Found}, of which {theory.MixedStates.Recurrent} recurrent")
            : theory.MixedStates.Reason!);
        Row(text, "statistical complexity", Bits(theory.StatisticalComplexityBits));
        Row(text, "excess entropy", Bits(theory.ExcessEntropyBits));
        Row(text, "unifilar", process.IsUnifilar ? "yes" : "no");
        text.Append('\n');
        Contexts(text, theory);
        NullTable.Write(text, nulls);
        foreach (WordTheory word in words.Concat(tree is null ? [] : Enumerable.Range(0, tree.Count).Select(node => WordTheory.Of(tree, node))))
        {
            Word(text, word);
        }
        return text.ToString();
    }

    private static void Contexts(StringBuilder text, ProcessTheory theory)
    {
        text.Append("context   myopic entropy          optimal loss, contexts 1..L\n");
        for (int length = 0; length < Math.Min(theory.MyopicEntropyNats.Count, MostContexts); length++)
        {
            double myopic = theory.MyopicEntropyNats[length];
            string loss = length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{theory.OptimalLossNats[length - 1].MeanNats:F9} nats");
            text.Append(CultureInfo.InvariantCulture, $"{length,7}   {myopic:F9} nats {myopic * BitsPerNat:F6} bits   {loss}\n");
        }
    }

    private static void Word(StringBuilder text, WordTheory word) => text.Append(CultureInfo.InvariantCulture,
        $"\n\"{string.Join(' ', word.Word)}\"  P = {word.Probability:G12}\n  belief ({Vector(word.Belief)})   next token ({Vector(word.NextToken)})\n");

    private static string Vector(IEnumerable<double> values) => string.Join(", ", values.Select(value => value.ToString("0.#########", CultureInfo.InvariantCulture)));

    private static string Bits(Quantity quantity) => quantity.Value is { } value ? value.ToString("F9", CultureInfo.InvariantCulture) + " bits" : quantity.Reason!;

    private static void Row(StringBuilder text, string name, string value) => text.Append(CultureInfo.InvariantCulture, $"{name,-24}{value}\n");
}
