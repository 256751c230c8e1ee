using System.Text.Json;
using Harness.Measurements;

namespace Harness.Reports;

/// <summary>Writes the property "nulls" of the theory document.</summary>
internal static class NullCardJson
{
    public static void Write(Utf8JsonWriter json, NullCard card)
    {
        json.WriteStartObject("nulls");
        json.WriteString("weighting", "probability");
        json.WriteString("partition", card.Partition);
        json.WriteNumber("window", card.Window);
        json.WriteBoolean("separatesBeliefFromNextToken", card.Separates);
        json.WriteStartObject("rSquared");
        foreach ((string name, Measured value) in card.Values)
        {
            if (value.Value is { } number)
            {
                json.WriteNumber(name, number);
            }
            else
            {
                json.WriteNull(name);
            }
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
