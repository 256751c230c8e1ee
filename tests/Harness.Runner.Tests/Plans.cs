using System.Text.Json.Nodes;
using Harness.Activations;
using Harness.Experiments;
using Harness.Testing;

namespace Harness.Runner.Tests;

/// <summary>Experiments as plans, from their JSON.</summary>
internal static class Plans
{
    public const string Tiny = """
        {
          "$schema": "../schema/experiment.schema.json", "schema": 1, "id": "tiny", "title": "A test", "process": { "process": "z1r", "with": { "p": 0.5 } },
          "architecture": { "kind": "transformer", "layers": 1, "heads": 1, "dModel": 8, "dHead": 4, "dMlp": 16 },
          "data": { "window": 3, "batch": 8 },
          "training": { "optimizer": { "kind": "sgd", "learningRate": 0.01 }, "steps": 5 },
          "seeds": [1, 2, 3],
          "claims": [ { "id": "tiny/loss", "version": 1, "status": "registered", "tier": "quick", "expect": "supported", "statement": "It learns.",
            "measure": { "kind": "loss-gap" }, "comparator": { "kind": "at-most", "threshold": 1 }, "interval": { "kind": "student-t" } } ]
        }
        """;

    public static ExperimentPlan Of(string json, TemporaryFolder folder)
    {
        string path = folder.In($"{Guid.NewGuid():N}.json");
        File.WriteAllText(path, json);
        (IReadOnlyList<LoadedExperiment> experiments, _) = SpecLoading.Load([path], Workspace(folder));
        return Selection.Quick.Plan(Assert.Single(experiments))!;
    }

    /// <summary>The tiny experiment with other seeds and a network of the test's own.</summary>
    public static ExperimentPlan With(Architecture architecture, TemporaryFolder folder, string id, params int[] seeds)
    {
        JsonNode text = JsonNode.Parse(Tiny)!;
        text["id"] = id;
        ExperimentPlan plan = Of(text.ToJsonString(), folder);
        return ExperimentPlan.Of(plan.Spec with { Architecture = architecture, Seeds = seeds }, plan.File, plan.Process, plan.Claims);
    }

    public static Workspace Workspace(TemporaryFolder folder) => new(folder.Root, Repository.Processes);
}
