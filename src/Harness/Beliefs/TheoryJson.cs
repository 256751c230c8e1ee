using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Harness.Processes;

namespace Harness.Beliefs;

/// <summary>Writes the theory of a process as one JSON document: what <c>harness theory --json</c> prints.</summary>
/// <remarks>
/// Numbers are the shortest that read back to the same double; vectors are in the order of states or symbols. A quantity that is infinite or unknown
/// is null, with a reason in the property "…Reason" beside it; one that is only enclosed has its bounds in "…Bounds".
/// </remarks>
internal static class TheoryJson
{
    // Smaller parts of complex numbers are what rounding leaves of 0.
    private const double Negligible = 1e-13;
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="words">The words asked for; none leaves the property out.</param>
    /// <param name="tree">Every word of positive probability, the empty word first; null leaves the property out.</param>
    /// <param name="nulls">Writes the property "nulls", which belongs to the measurements.</param>
    /// <param name="dimension">Also estimates the information dimension of the beliefs, which takes longer than all else.</param>
    public static string Write(
        ProcessTheory theory, IReadOnlyList<WordTheory>? words = null, BeliefTree? tree = null, Action<Utf8JsonWriter>? nulls = null, bool dimension = false)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, s_options))
        {
            json.WriteStartObject();
            Description(json, theory);
            Entropies(json, theory);
            Memory(json, theory);
            MixedStates(json, theory);
            Geometry(json, theory, dimension);
            nulls?.Invoke(json);
            if (words is not null)
            {
                Array(json, "words", words, word => Word(json, word, withNextToken: true));
            }
            if (tree is not null)
            {
                Array(json, "tree", Enumerable.Range(0, tree.Count), node => Word(json, WordTheory.Of(tree, node), withNextToken: false));
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Description(Utf8JsonWriter json, ProcessTheory theory)
    {
        json.WriteString("process", theory.Process.Id);
        json.WriteStartObject("with");
        foreach ((string name, double value) in theory.Process.Parameters)
        {
            json.WriteNumber(name, value);
        }
        json.WriteEndObject();
        json.WriteString("kind", theory.Kind);
        Array(json, "symbols", theory.Process.Symbols, json.WriteStringValue);
        Array(json, "states", theory.Process.States, json.WriteStringValue);
        Array(json, "stationary", theory.Process.Stationary, json.WriteNumberValue);
        if (theory.Components.Count > 0)
        {
            Array(json, "components", theory.Components, part =>
            {
                json.WriteStartObject();
                Array(json, "states", part.Component.Process.States, json.WriteStringValue);
                json.WriteNumber("weight", part.Component.Weight);
                json.WriteNumber("entropyRateNats", part.Theory.EntropyRateNats.Value);
                Write(json, "statisticalComplexityBits", part.Theory.StatisticalComplexityBits);
                Write(json, "excessEntropyBits", part.Theory.ExcessEntropyBits);
                json.WriteEndObject();
            });
        }
    }

    private static void Entropies(Utf8JsonWriter json, ProcessTheory theory)
    {
        json.WriteStartObject("entropyRateNats");
        json.WriteNumber("value", theory.EntropyRateNats.Value);
        NumberOrReason(json, "lower", theory.EntropyRateNats.Lower, theory.EntropyRateNats.LowerReason);
        json.WriteNumber("upper", theory.EntropyRateNats.Upper);
        json.WriteString("method", theory.EntropyRateNats.Method);
        json.WriteEndObject();
        json.WriteNumber("learnableNats", theory.LearnableNats);
        Array(json, "myopicEntropyNats", theory.MyopicEntropyNats, json.WriteNumberValue);
        Array(json, "blockEntropyNats", theory.BlockEntropyNats, json.WriteNumberValue);
        ArrayOrReason(json, "beliefEntropyNats", theory.Contexts.BeliefNats, ContextEntropies.NoBeliefEntropy, json.WriteNumberValue);
        Lines(json, "optimalLossNats", theory.OptimalLossNats.Select(loss => string.Create(
            CultureInfo.InvariantCulture, $$"""{ "contexts": [{{loss.Shortest}}, {{loss.Longest}}], "mean": {{loss.MeanNats:R}} }""")), null);
    }

    private static void Memory(Utf8JsonWriter json, ProcessTheory theory)
    {
        Write(json, "statisticalComplexityBits", theory.StatisticalComplexityBits);
        Write(json, "excessEntropyBits", theory.ExcessEntropyBits);
        Write(json, "crypticityBits", theory.CrypticityBits);
        Write(json, "transientInformationBits", theory.TransientInformationBits);
        Write(json, "synchronizationInformationBits", theory.SynchronizationInformationBits);
        Write(json, "markovOrder", theory.MarkovOrder);
        Write(json, "crypticOrder", theory.CrypticOrder);
        if (theory.Process is HiddenMarkovModel { Kind: ProcessKind.Hmm } model)
        {
            json.WriteBoolean("unifilar", model.IsUnifilar);
        }
        else
        {
            NumberOrReason(json, "unifilar", null, "undefined: the process is not given by hidden states that one token leads from and to");
        }
        NumberOrReason(json, "causalStates", theory.HasAllCausalStates ? theory.Machine!.Count : null, MixedStateCount.Of(theory.Presentation).Reason);
    }

    private static void MixedStates(Utf8JsonWriter json, ProcessTheory theory)
    {
        MixedStateCount states = MixedStateCount.Of(theory.Presentation);
        json.WriteStartObject("mixedStates");
        NumberOrReason(json, "count", states.Closed ? states.Found : null, states.Reason);
        NumberOrReason(json, "recurrent", states.Closed ? states.Recurrent : null, states.Reason);
        json.WriteBoolean("closed", states.Closed);
        if (!states.Closed)
        {
            json.WriteNumber("found", states.Found);
            json.WriteNumber("escape", states.Escape);
        }
        json.WriteEndObject();
        NumberOrReason(json, "nextTokenLaws", states.Closed ? theory.Presentation.NextTokenLaws() : null, states.Reason);
        Lines(json, "spectrum", theory.Spectrum?.Terms.Select(term =>
            Eigenvalue(term.Eigenvalue, term.Multiplicity, term.Index, $", \"amplitudesNats\": [{string.Join(", ", term.AmplitudesNats.Select(Pair))}]")), theory.SpectrumReason);
    }

    private static void Geometry(Utf8JsonWriter json, ProcessTheory theory, bool dimension)
    {
        Lines(json, "attentionDecay", theory.AttentionDecay?.Select(value => Eigenvalue(value.Value, value.Multiplicity, value.Index)), ProcessTheory.NotOneModel);
        if (theory.Lyapunov is { } lyapunov)
        {
            json.WriteStartObject("lyapunov");
            Array(json, "exponentsNats", lyapunov.ExponentsNats, json.WriteNumberValue);
            Array(json, "standardErrors", lyapunov.StandardErrors, json.WriteNumberValue);
            json.WriteNumber("dimension", lyapunov.Dimension);
            json.WriteNumber("dimensionError", lyapunov.DimensionError);
            json.WriteNumber("tokens", lyapunov.Tokens);
            json.WriteEndObject();
        }
        else
        {
            NumberOrReason(json, "lyapunov", null, theory.DimensionReason ?? LyapunovSpectrum.TooManyStates);
        }
        if (dimension && theory.InformationDimension is { } estimate)
        {
            json.WriteStartObject("informationDimension");
            json.WriteNumber("value", estimate.Value);
            NumberOrReason(json, "error", double.IsFinite(estimate.Error) ? estimate.Error : null, "unknown: too few scales");
            json.WriteNumber("finest", estimate.Finest);
            json.WriteEndObject();
        }
        else if (dimension)
        {
            NumberOrReason(json, "informationDimension", null, theory.DimensionReason);
        }
    }

    private static void Word(Utf8JsonWriter json, WordTheory word, bool withNextToken)
    {
        json.WriteStartObject();
        Array(json, "word", word.Word, json.WriteStringValue);
        json.WriteNumber("probability", word.Probability);
        Array(json, "belief", word.Belief, json.WriteNumberValue);
        if (withNextToken)
        {
            Array(json, "nextToken", word.NextToken, json.WriteNumberValue);
        }
        json.WriteEndObject();
    }

    private static string Eigenvalue(Complex value, int multiplicity, int index, string more = "") => string.Create(
        CultureInfo.InvariantCulture, $$"""{ "value": {{Pair(value)}}, "multiplicity": {{multiplicity}}, "index": {{index}}{{more}} }""");

    private static string Pair(Complex value) => string.Create(CultureInfo.InvariantCulture, $"[{Rounded(value.Real):R}, {Rounded(value.Imaginary):R}]");

    private static double Rounded(double part) => Math.Abs(part) < Negligible ? 0 : part;

    private static void Write(Utf8JsonWriter json, string name, Quantity quantity)
    {
        NumberOrReason(json, name, quantity.Value, quantity.Reason);
        if (quantity.Lower < quantity.Upper)
        {
            Array(json, $"{name}Bounds", [quantity.Lower!.Value, quantity.Upper!.Value], json.WriteNumberValue);
        }
    }

    private static void NumberOrReason(Utf8JsonWriter json, string name, double? value, string? reason)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
            return;
        }
        json.WriteNull(name);
        json.WriteString($"{name}Reason", reason);
    }

    // An array of small objects, each on a line of its own.
    private static void Lines(Utf8JsonWriter json, string name, IEnumerable<string>? items, string? reason)
    {
        if (items is null)
        {
            NumberOrReason(json, name, null, reason);
            return;
        }
        string[] lines = [.. items];
        json.WritePropertyName(name);
        json.WriteRawValue(lines.Length == 0 ? "[]" : $"[\n    {string.Join(",\n    ", lines)}\n  ]");
    }

    private static void ArrayOrReason<T>(Utf8JsonWriter json, string name, IEnumerable<T>? items, string? reason, Action<T> write)
    {
        if (items is not null)
        {
            Array(json, name, items, write);
            return;
        }
        NumberOrReason(json, name, null, reason);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }
        json.WriteEndArray();
    }
}
