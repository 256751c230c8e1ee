using System.Text.Json;
using Harness.Measurements;

namespace Harness.Reports;

/// <summary>Writes the property "nulls" of the theory document.</summary>
/// <remarks>
/// "rSquared" and "whitened" are held out; "inSample" is fitted and scored on the same contexts; "asPublished" is that over every row of every word.
/// Null where undefined, with the reasons in "undefined".
/// </remarks>
internal static class NullCardJson
{
    public static void Write(Utf8JsonWriter json, NullCard card)
    {
        json.WriteStartObject("nulls");
        json.WriteString("weighting", Wording.Word(card.Weighting));
        json.WriteString("partition", Wording.Word(card.Partition));
        json.WriteNumber("window", card.Window);
        json.WriteBoolean("separatesBeliefFromNextToken", card.Separates);
        Separates(json, card.Separation);
        Scores(json, "rSquared", card.HeldOut, score => score.RSquared);
        Scores(json, "whitened", card.HeldOut, score => score.Whitened);
        json.WriteStartObject("inSample");
        Scores(json, "rSquared", card.InSample, score => score.RSquared);
        Scores(json, "whitened", card.InSample, score => score.Whitened);
        json.WriteEndObject();
        json.WriteStartObject("asPublished");
        json.WriteString("weighting", Wording.Word(Weighting.UniformRows));
        Scores(json, "rSquared", card.AsPublished, score => score.RSquared);
        Scores(json, "meanSquaredError", card.AsPublished, score => score.MeanSquaredError);
        json.WriteEndObject();
        Axes(json, card);
        Reasons(json, card);
        json.WriteEndObject();
    }

    private static void Separates(Utf8JsonWriter json, Separation separation)
    {
        json.WriteStartObject("separation");
        json.WriteString("statement", NullTable.Sentence(separation).Replace('\n', ' '));
        json.WriteNumber("directions", separation.Directions);
        json.WriteNumber("fixedByNextToken", separation.ByNextToken);
        json.WriteNumber("fixedByLogNextToken", separation.ByLogarithm);
        if (separation.MixedStates is { } states)
        {
            json.WriteNumber("mixedStates", states.Count);
            json.WriteNumber("nextTokenLaws", states.Laws);
        }
        json.WriteEndObject();
    }

    private static void Scores(Utf8JsonWriter json, string property, IReadOnlyDictionary<string, NullScore> scores, Func<NullScore, Measured> value)
    {
        json.WriteStartObject(property);
        foreach ((string name, NullScore score) in scores)
        {
            if (value(score).Value is { } number)
            {
                json.WriteNumber(name, number);
            }
            else
            {
                json.WriteNull(name);
            }
        }
        json.WriteEndObject();
    }

    // In sample, along each axis.
    private static void Axes(Utf8JsonWriter json, NullCard card)
    {
        json.WriteStartArray("principalAxes");
        for (int axis = 0; axis < card.VarianceShares.Count; axis++)
        {
            json.WriteStartObject();
            json.WriteNumber("varianceShare", card.VarianceShares[axis]);
            json.WriteStartObject("rSquared");
            foreach ((string name, NullScore score) in card.InSample.Where(score => score.Value.ByAxis.Count > 0))
            {
                json.WriteNumber(name, score.ByAxis[axis]);
            }
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Reasons(Utf8JsonWriter json, NullCard card)
    {
        json.WriteStartObject("undefined");
        foreach ((string name, NullScore score) in card.HeldOut.Where(score => score.Value.RSquared.Why is not null))
        {
            json.WriteString(name, score.RSquared.Why);
        }
        json.WriteEndObject();
    }
}
