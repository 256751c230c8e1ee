using System.Text.Json.Nodes;
using Harness.Experiments;
using Harness.Training;

namespace Harness.Reports.Records;

/// <summary>What was run, in words and numbers.</summary>
/// <param name="Tier">The tier of the claims that were judged: quick, full, or all when there are both.</param>
/// <param name="File">The spec's file, as shown to a person.</param>
/// <param name="Exploratory">True when nothing in this run gates (seeds were given on the command line).</param>
/// <param name="LongestTrained">Context lengths 1..LongestTrained are trained, of 1..Window evaluated.</param>
/// <param name="Contexts">Number of distinct contexts evaluated.</param>
/// <param name="Architecture">Null where activations were read whose network nobody describes.</param>
/// <param name="Model">Where the networks were read from; null where they were trained.</param>
/// <param name="MixedStates">Number of distinct beliefs; null when they are not known to be finitely many.</param>
internal sealed record ExperimentRecord(
    string Id,
    string Title,
    string? Source,
    string? Notes,
    string Tier,
    string File,
    bool Exploratory,
    ProcessRecord Process,
    JsonObject? Architecture,
    JsonObject Data,
    JsonObject? Training,
    int Window,
    int LongestTrained,
    int Contexts,
    int? MixedStates,
    JsonObject? Model = null)
{
    public static ExperimentRecord Of(ExperimentPlan plan) => new(
        plan.Spec.Id,
        plan.Spec.Title,
        plan.Spec.Source,
        plan.Spec.Notes,
        TierOf(plan),
        plan.File,
        plan.Exploratory,
        ProcessRecord.Of(plan.Process),
        plan.Spec.Architecture is { } architecture ? KindJson.Of(architecture) : null,
        Without("kind", KindJson.Of(plan.Spec.Data)),
        plan.Spec.Training is { } training ? TrainingOf(training) : null,
        plan.Spec.Data.Window,
        plan.Contexts.LongestTrained,
        plan.Contexts.Count,
        plan.Presentation.Closed ? plan.Presentation.Count : null,
        plan.Spec.Model is { } model ? KindJson.Of(model) : null);

    private static string TierOf(ExperimentPlan plan)
    {
        string[] tiers = [.. plan.Claims.Select(claim => claim.Tier.ToString().ToLowerInvariant()).Distinct()];
        return tiers.Length == 1 ? tiers[0] : "all";
    }

    private static JsonObject TrainingOf(TrainingRecipe training) => new()
    {
        ["steps"] = training.Steps,
        ["optimizer"] = KindJson.Of(training.Optimizer),
        ["schedule"] = KindJson.Of(training.Schedule ?? new Constant()),
        ["stopAtLossGapNats"] = training.StopAtLossGapNats,
    };

    private static JsonObject Without(string name, JsonObject node)
    {
        node.Remove(name);
        return node;
    }
}
