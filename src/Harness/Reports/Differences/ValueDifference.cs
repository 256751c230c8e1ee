using System.Text.Json.Nodes;

namespace Harness.Reports.Differences;

/// <summary>A value that stands differently in two specs.</summary>
/// <param name="Path">A JSON path; claims are named by their id, so that a new one does not shift the others.</param>
/// <param name="First">As JSON; null where the first has nothing there.</param>
internal sealed record ValueDifference(string Path, string? First, string? Second)
{
    public static IReadOnlyList<ValueDifference> Between(JsonNode first, JsonNode second)
    {
        Dictionary<string, string> before = [], after = [];
        Flatten("$", first, before);
        Flatten("$", second, after);
        return [.. before.Keys.Union(after.Keys)
            .Select(path => new ValueDifference(path, before.GetValueOrDefault(path), after.GetValueOrDefault(path)))
            .Where(value => value.First != value.Second)];
    }

    // Lists of plain values are one value: a list of seeds is read as a whole.
    private static void Flatten(string path, JsonNode? node, Dictionary<string, string> values)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } record:
                foreach ((string name, JsonNode? value) in record)
                {
                    Flatten($"{path}.{name}", value, values);
                }
                break;
            case JsonArray list when list.Any(item => item is JsonObject or JsonArray):
                for (int i = 0; i < list.Count; i++)
                {
                    string step = list[i] is JsonObject item && item["id"] is JsonValue id ? id.ToString() : Wording.Count(i);
                    Flatten($"{path}[{step}]", list[i], values);
                }
                break;
            default:
                values[path] = node?.ToJsonString(ReportFormat.OneLine) ?? "null";
                break;
        }
    }
}
