using System.Text.Json;
using System.Text.Json.Nodes;

namespace Harness.Reports;

/// <summary>The one document that <c>harness run --json</c> prints: all experiments, every verdict; times and cache hits only in the provenance.</summary>
internal static class RunJson
{
    public static string Write(int exitCode, IReadOnlyList<ReportModel> experiments) => ReportFormat.Write(new JsonObject
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
    });

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, ReportFormat.Options);
}
