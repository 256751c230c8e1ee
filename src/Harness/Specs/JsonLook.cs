using System.Text.Json;

namespace Harness.Specs;

/// <summary>Looks ahead in JSON without moving the reader.</summary>
internal static class JsonLook
{
    /// <summary>True when the object that the reader stands at has this property.</summary>
    public static bool Has(Utf8JsonReader reader, string property)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals(property))
            {
                return true;
            }
            reader.Skip();
        }
        return false;
    }
}
