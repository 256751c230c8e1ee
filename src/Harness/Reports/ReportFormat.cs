using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Harness.Reports;

/// <summary>How results are written as JSON: camelCase, kebab-case enums, fixed property order, shortest round-trip numbers, LF.</summary>
internal static class ReportFormat
{
    public static JsonSerializerOptions Options { get; } = Create();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    /// <exception cref="JsonException">The text is not such a document.</exception>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The document is null.");

    private static JsonSerializerOptions Create()
    {
        JsonSerializerOptions options = new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = true,
            NewLine = "\n",
            // "R² ≥ 0.9" stays readable; what goes into HTML is escaped there.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            // Derived numbers are not stored twice.
            IgnoreReadOnlyProperties = true,
            // A loss can be infinite; the record of a long run is written all the same.
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false), new MeasuredConverter() },
            TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
