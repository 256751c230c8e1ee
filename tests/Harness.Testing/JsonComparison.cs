using System.Text.Json;

namespace Harness.Testing;

/// <summary>Compares two JSON documents, numbers within a tolerance. The order of properties does not matter.</summary>
internal static class JsonComparison
{
    private const string Absent = "nothing";
    private const int LongestShown = 60;

    /// <summary>Every difference, in the order of the expected document.</summary>
    public static IReadOnlyList<JsonDifference> Compare(string expected, string actual, Tolerance tolerance)
    {
        using JsonDocument accepted = JsonDocument.Parse(expected), received = JsonDocument.Parse(actual);
        List<JsonDifference> differences = [];
        Compare("$", accepted.RootElement, received.RootElement, tolerance, differences);
        return differences;
    }

    private static void Compare(string path, JsonElement expected, JsonElement actual, Tolerance tolerance, List<JsonDifference> differences)
    {
        if (expected.ValueKind != actual.ValueKind)
        {
            differences.Add(new JsonDifference(path, Show(expected), Show(actual)));
            return;
        }
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                CompareObjects(path, expected, actual, tolerance, differences);
                break;
            case JsonValueKind.Array:
                CompareArrays(path, expected, actual, tolerance, differences);
                break;
            case JsonValueKind.Number when !SameNumber(expected, actual, tolerance.For(path)):
                differences.Add(new JsonDifference(path, expected.GetRawText(), actual.GetRawText(), tolerance.For(path)));
                break;
            case JsonValueKind.String when expected.GetString() != actual.GetString() || expected.GetString() == "NaN":
                differences.Add(new JsonDifference(path, Show(expected), Show(actual)));
                break;
            default:
                break;
        }
    }

    private static void CompareObjects(string path, JsonElement expected, JsonElement actual, Tolerance tolerance, List<JsonDifference> differences)
    {
        foreach (JsonProperty property in expected.EnumerateObject())
        {
            string place = $"{path}.{property.Name}";
            if (actual.TryGetProperty(property.Name, out JsonElement value))
            {
                Compare(place, property.Value, value, tolerance, differences);
            }
            else
            {
                differences.Add(new JsonDifference(place, Show(property.Value), Absent));
            }
        }
        differences.AddRange(actual.EnumerateObject()
            .Where(property => !expected.TryGetProperty(property.Name, out _))
            .Select(property => new JsonDifference($"{path}.{property.Name}", Absent, Show(property.Value))));
    }

    private static void CompareArrays(string path, JsonElement expected, JsonElement actual, Tolerance tolerance, List<JsonDifference> differences)
    {
        int common = Math.Min(expected.GetArrayLength(), actual.GetArrayLength());
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            differences.Add(new JsonDifference(
                path, FormattableString.Invariant($"{expected.GetArrayLength()} elements"), FormattableString.Invariant($"{actual.GetArrayLength()} elements")));
        }
        for (int i = 0; i < common; i++)
        {
            Compare(FormattableString.Invariant($"{path}[{i}]"), expected[i], actual[i], tolerance, differences);
        }
    }

    private static bool SameNumber(JsonElement expected, JsonElement actual, Tolerance tolerance)
    {
        if (expected.GetRawText() == actual.GetRawText())
        {
            return true;
        }
        bool integers = expected.TryGetInt64(out long accepted) & actual.TryGetInt64(out long received);
        return integers ? accepted == received : tolerance.Accepts(expected.GetDouble(), actual.GetDouble());
    }

    private static string Show(JsonElement element)
    {
        string text = element.GetRawText().ReplaceLineEndings(" ");
        return text.Length <= LongestShown ? text : text[..LongestShown] + "…";
    }
}
