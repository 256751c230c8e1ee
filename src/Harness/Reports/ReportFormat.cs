using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Harness.Reports;

/// <summary>How results are written as JSON: camelCase, kebab-case enums, fixed property order, shortest round-trip numbers, LF.</summary>
internal static class ReportFormat
{
    public static JsonSerializerOptions Options { get; } = Create(indented: true);

    /// <summary>The same without line breaks.</summary>
    public static JsonSerializerOptions OneLine { get; } = Create(indented: false);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    /// <exception cref="JsonException">The text is not such a document.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The document is null.");

    private static JsonSerializerOptions Create(bool indented)
    {
        JsonSerializerOptions options = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = indented,
            NewLine = "\n",
            // "R² ≥ 0.9" stays readable; what goes into HTML is escaped there.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            // A loss can be infinite; the record of a long run is written all the same.
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new MeasuredConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutDerived } },
        };
        options.MakeReadOnly();
        return options;
    }

    // What follows from other properties is not stored twice. (The serializer's own option for this keeps collections.)
    private static void WithoutDerived(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties.Where(property => property.AttributeProvider is PropertyInfo { CanWrite: false }).ToList())
        {
            type.Properties.Remove(property);
        }
    }
}
