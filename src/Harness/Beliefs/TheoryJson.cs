using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Harness.Beliefs;

/// <summary>Writes the theory of a process as one JSON document: what <c>harness theory --json</c> prints.</summary>
/// <remarks>Numbers are the shortest that read back to the same double; vectors are in the order of states or symbols.</remarks>
internal static class TheoryJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="words">The words asked for; none leaves the property out.</param>
    /// <param name="nulls">Writes the property "nulls", which belongs to the measurements.</param>
    /// <param name="tree">Every word of positive probability, the empty word first; null leaves the property out.</param>
    public static string Write(ProcessTheory theory, IReadOnlyList<WordTheory>? words = null, BeliefTree? tree = null, Action<Utf8JsonWriter>? nulls = null)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, s_options))
        {
            json.WriteStartObject();
            Description(json, theory);
            Entropies(json, theory);
            MixedStates(json, theory.MixedStates);
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
        json.WriteString("process", theory.Process);
        json.WriteStartObject("with");
        foreach ((string name, double value) in theory.With)
        {
            json.WriteNumber(name, value);
        }
        json.WriteEndObject();
        json.WriteString("kind", theory.Kind);
        Array(json, "symbols", theory.Symbols, json.WriteStringValue);
        Array(json, "states", theory.States, json.WriteStringValue);
        Array(json, "stationary", theory.Stationary, json.WriteNumberValue);
    }

    private static void Entropies(Utf8JsonWriter json, ProcessTheory theory)
    {
        json.WriteStartObject("entropyRateNats");
        json.WriteNumber("value", theory.EntropyRateNats.Value);
        json.WriteNumber("lower", theory.EntropyRateNats.Lower);
        json.WriteNumber("upper", theory.EntropyRateNats.Upper);
        json.WriteString("method", theory.EntropyRateNats.Method);
        json.WriteEndObject();
        Array(json, "myopicEntropyNats", theory.MyopicEntropyNats, json.WriteNumberValue);
        Array(json, "blockEntropyNats", theory.BlockEntropyNats, json.WriteNumberValue);
        Array(json, "optimalLossNats", theory.OptimalLossNats, loss =>
        {
            json.WriteStartObject();
            Array(json, "contexts", [loss.Shortest, loss.Longest], json.WriteNumberValue);
            json.WriteNumber("mean", loss.MeanNats);
            json.WriteEndObject();
        });
        NumberOrReason(json, "statisticalComplexityBits", theory.StatisticalComplexityBits.Value, theory.StatisticalComplexityBits.Reason);
        NumberOrReason(json, "excessEntropyBits", theory.ExcessEntropyBits.Value, theory.ExcessEntropyBits.Reason);
    }

    private static void MixedStates(Utf8JsonWriter json, MixedStateCount states)
    {
        json.WriteStartObject("mixedStates");
        NumberOrReason(json, "count", states.Closed ? states.Found : null, states.Reason);
        NumberOrReason(json, "recurrent", states.Closed ? states.Recurrent : null, states.Reason);
        json.WriteBoolean("closed", states.Closed);
        json.WriteEndObject();
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
