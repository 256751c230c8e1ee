using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Reports;

/// <summary>The one document that <c>harness run --json</c> prints: all experiments, every verdict; times and cache hits only in the provenance.</summary>
internal static class RunJson
{
    /// <param name="falsifications">The documents of the claims for all processes of a family; the property is absent where there are none.</param>
    public static string Write(int exitCode, IReadOnlyList<ReportModel> experiments, IReadOnlyList<JsonObject>? falsifications = null)
    {
        JsonObject document = new()
        {
            ["schema"] = ReportModel.CurrentSchema,
            ["exitCode"] = exitCode,
            ["experiments"] = new JsonArray([.. experiments.Select(model => new JsonObject
            {
                ["id"] = model.Experiment.Id,
                ["tier"] = model.Experiment.Tier,
                ["provenance"] = Node(model.Provenance),
                ["claims"] = new JsonArray([.. model.Claims.Select(claim => Node(claim))]),
            })]),
        };
        if (falsifications is { Count: > 0 })
        {
            document["falsifications"] = new JsonArray([.. falsifications]);
        }
        return ReportFormat.Write(document);
    }

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, ReportFormat.Options);
}
