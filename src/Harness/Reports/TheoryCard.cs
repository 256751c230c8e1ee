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
    private const int MostStates = 12;
    private const int NameWidth = 26;

    /// <param name="nulls">Held-out R² of the belief from things without a network, by name.</param>
    /// <param name="dimension">Also estimates the information dimension of the beliefs.</param>
    public static string Write(ProcessTheory theory, NullCard nulls, IReadOnlyList<WordTheory> words, BeliefTree? tree, bool dimension = false)
    {
        StringBuilder text = new();
        GenerativeProcess process = theory.Process;
        string with = string.Join(", ", process.Parameters.Select(value => Text($"{value.Key} = {value.Value:R}")));
        text.Append(CultureInfo.InvariantCulture, $"{process.Id}{(with.Length > 0 ? $"({with})" : "")}: {process.StateCount} states, {process.SymbolCount} symbols{(theory.Kind == "hmm" ? "" : $", {theory.Kind}")}\n");
        LongRun(text, theory);
        Memory(text, theory);
        MixedStates(text, theory);
        Geometry(text, theory, dimension);
        Contexts(text, theory);
        NullTable.Write(text, nulls);
        foreach (WordTheory word in words.Concat(tree is null ? [] : Enumerable.Range(0, tree.Count).Select(node => WordTheory.Of(tree, node))))
        {
            Word(text, word);
        }
        return text.ToString();
    }

    private static void LongRun(StringBuilder text, ProcessTheory theory)
    {
        Heading(text, "In the long run");
        IReadOnlyList<string> states = theory.Process.States;
        Row(text, "stationary law", string.Join("  ", states.Take(MostStates).Select((state, i) => Text($"{state} {theory.Process.Stationary[i]:0.######}")))
            + (states.Count > MostStates ? Text($"  … {states.Count - MostStates} more") : ""));
        EntropyRate rate = theory.EntropyRateNats;
        Row(text, "entropy rate", Text($"{rate.Value:F9} nats = {rate.Value * BitsPerNat:F9} bits per token ({rate.Method})"));
        if (!rate.IsExact)
        {
            Row(text, "", rate.Lower is { } lower
                ? Text($"proved between {lower * BitsPerNat:F10} and {rate.Upper * BitsPerNat:F10} bits")
                : Text($"an upper bound; lower bound {rate.LowerReason}"));
        }
        Row(text, "to be learnt", Text($"{theory.LearnableNats:F6} nats per token below a uniform guess"));
        foreach ((ErgodicComponent component, ProcessTheory part) in theory.Components)
        {
            Row(text, "component", Text($"{string.Join(" ", component.Process.States.Take(MostStates))}: weight {component.Weight:0.######}, entropy rate {part.EntropyRateNats.Value:F6} nats"));
        }
    }

    private static void Memory(StringBuilder text, ProcessTheory theory)
    {
        Heading(text, "Memory");
        if (theory.Process is HiddenMarkovModel { Kind: ProcessKind.Hmm } model)
        {
            Row(text, "unifilar", model.IsUnifilar ? "yes: state and token determine the next state" : "no: state and token leave the next state open");
        }
        Row(text, "statistical complexity", Number(theory.StatisticalComplexityBits, "F9", "bits")
            + (theory.HasAllCausalStates ? Text($" in {theory.Machine!.Count} causal state{(theory.Machine.Count == 1 ? "" : "s")}") : ""));
        Row(text, "excess entropy", Number(theory.ExcessEntropyBits, "F9", "bits"));
        Row(text, "crypticity", Number(theory.CrypticityBits, "F9", "bits"));
        Row(text, "transient information", Number(theory.TransientInformationBits, "F9", "bit tokens"));
        Row(text, "synchronisation", Number(theory.SynchronizationInformationBits, "F9", "bit tokens"));
        Row(text, "Markov order", Number(theory.MarkovOrder, "0", ""));
        Row(text, "cryptic order", Number(theory.CrypticOrder, "0", ""));
    }

    private static void MixedStates(StringBuilder text, ProcessTheory theory)
    {
        Heading(text, "Beliefs");
        MixedStateCount states = MixedStateCount.Of(theory.Presentation);
        Row(text, "mixed states", states.Closed
            ? Text($"{states.Found}, of which {states.Recurrent} recurrent, with {theory.Presentation.NextTokenLaws()} next-token laws; there are no more")
            : states.Reason!);
        if (!states.Closed && theory.Presentation.Suffices)
        {
            Row(text, "", Text($"{MixedStatePresentation.ManyTokens} tokens leave them with probability {states.Escape:0.##E+0}"));
        }
        if (theory.Spectrum is { } spectrum)
        {
            Eigenvalues(text, "spectrum of their chain", [.. spectrum.Terms.Select(term => (term.Eigenvalue, term.Multiplicity, term.Index))]);
        }
    }

    private static void Geometry(StringBuilder text, ProcessTheory theory, bool dimension)
    {
        if (theory.AttentionDecay is { Count: > 0 } decay)
        {
            Eigenvalues(text, "attention decay per token", [.. decay.Select(value => (value.Value, value.Multiplicity, value.Index))]);
        }
        if (theory.Lyapunov is { } lyapunov)
        {
            Row(text, "contraction", string.Join(", ", lyapunov.ExponentsNats.Select((exponent, i) => Text($"{exponent:F3} ± {lyapunov.StandardErrors[i]:F3}"))) + " nats per token");
            Row(text, "Lyapunov dimension", Text($"{lyapunov.Dimension:F3} ± {lyapunov.DimensionError:F3}"));
        }
        else
        {
            Row(text, "dimension", theory.DimensionReason ?? LyapunovSpectrum.TooManyStates);
        }
        if (dimension && theory.InformationDimension is { } estimate)
        {
            Row(text, "information dimension", Text($"{estimate.Value:F3} ± {estimate.Error:F3}, from distances down to {estimate.Finest:0.#E+0}"));
        }
    }

    private static void Eigenvalues(StringBuilder text, string name, IReadOnlyList<(System.Numerics.Complex Value, int Multiplicity, int Index)> eigenvalues)
    {
        foreach ((System.Numerics.Complex value, int multiplicity, int index) in eigenvalues.Where(eigenvalue => eigenvalue.Value.Imaginary >= 0))
        {
            string turning = value.Imaginary == 0 ? Text($"{value.Real:0.######}")
                : Text($"{value.Real:0.######} ± {value.Imaginary:0.######}i  (modulus {value.Magnitude:0.######}, ±{value.Phase * 180 / Math.PI:0.#}°)");
            Row(text, name, turning + (multiplicity > 1 ? Text($"  ×{multiplicity}") : "") + (index > 1 ? Text($", in Jordan blocks up to {index}") : ""));
            name = "";
        }
    }

    private static void Contexts(StringBuilder text, ProcessTheory theory)
    {
        text.Append("\ncontext   next token given the context         belief given the context   optimal loss, contexts 1..L\n");
        for (int length = 0; length < Math.Min(theory.MyopicEntropyNats.Count, MostContexts); length++)
        {
            double myopic = theory.MyopicEntropyNats[length];
            string belief = theory.Contexts.BeliefNats is { } beliefs ? Text($"{beliefs[length] * BitsPerNat:F6} bits") : "";
            string loss = length == 0 ? "" : Text($"{theory.OptimalLossNats[length - 1].MeanNats:F9} nats");
            text.Append(Text($"{length,7}   {myopic:F9} nats   {myopic * BitsPerNat:F6} bits   {belief,-24}   {loss}").TrimEnd()).Append('\n');
        }
    }

    private static void Word(StringBuilder text, WordTheory word) => text.Append(CultureInfo.InvariantCulture,
        $"\n\"{string.Join(' ', word.Word)}\"  P = {word.Probability:G12}\n  belief ({Vector(word.Belief)})   next token ({Vector(word.NextToken)})\n");

    private static string Vector(IEnumerable<double> values) => string.Join(", ", values.Select(value => value.ToString("0.#########", CultureInfo.InvariantCulture)));

    private static string Number(Quantity quantity, string format, string unit) => quantity.Value is not { } value ? quantity.Reason!
        : $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}".TrimEnd()
        + (quantity.Lower < quantity.Upper ? Text($", proved between {quantity.Lower:F7} and {quantity.Upper:F7}") : "");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static void Heading(StringBuilder text, string heading) => text.Append('\n').Append(heading).Append('\n');

    private static void Row(StringBuilder text, string name, string value) => text.Append("  ").Append(name.PadRight(NameWidth)).Append(value).Append('\n');
}
