using System.Text.Json.Nodes;

namespace Harness.Reports.Differences;

/// <summary>What differs between two runs, experiment by experiment.</summary>
/// <param name="Schema">Version of this format: 1.</param>
/// <param name="Same">True when nothing differs that this looks at.</param>
internal sealed record RunDifference(int Schema, bool Same, string First, string Second, IReadOnlyList<ExperimentDifference> Experiments)
{
    private const int CurrentSchema = 1;

    /// <param name="first">What the first run folder is called in reports.</param>
    /// <param name="before">Its experiments, each with its resolved spec.</param>
    public static RunDifference Between(
        string first, IReadOnlyList<(ReportModel Model, JsonNode Spec)> before, string second, IReadOnlyList<(ReportModel Model, JsonNode Spec)> after)
    {
        ExperimentDifference[] experiments = [.. before.Concat(after).Select(run => run.Model.Experiment.Id).Distinct(StringComparer.Ordinal).Select(id =>
        {
            (ReportModel? model, JsonNode spec) = before.FirstOrDefault(run => run.Model.Experiment.Id == id);
            (ReportModel? other, JsonNode otherSpec) = after.FirstOrDefault(run => run.Model.Experiment.Id == id);
            return ExperimentDifference.Of(model, spec, other, otherSpec);
        })];
        return new RunDifference(CurrentSchema, experiments.All(experiment => experiment is { Change: null, Claims.Count: 0, Spec.Count: 0 }), first, second, experiments);
    }
}
