using System.Text.Json.Nodes;

namespace Harness.Specs;

/// <summary>One spelling of a JSON value, to be hashed: properties in ordinal order, no blanks, nothing that says nothing.</summary>
/// <remarks>
/// In the manner of RFC 8785. A property that is null or an empty list is left out: a spec may spell out what it does not use, and a record
/// may get a new optional property, without becoming another value. Elements of lists stay, in their order.
/// </remarks>
internal static class CanonicalJson
{
    public static string Write(JsonNode value) => Sorted(value)!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject record => new JsonObject(record
            .Where(property => property.Value is not (null or JsonArray { Count: 0 }))
            .OrderBy(property => property.Key, StringComparer.Ordinal)
            .Select(property => KeyValuePair.Create(property.Key, Sorted(property.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
