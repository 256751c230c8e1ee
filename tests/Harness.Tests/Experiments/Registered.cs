using Harness.Experiments;
using Harness.Processes;
using Harness.Specs;
using Xunit;

namespace Harness.Tests.Experiments;

/// <summary>A small experiment to be registered, and the same with changes.</summary>
internal static class Registered
{
    public const string Process = """
        { "$schema": "../schema/process.schema.json", "id": "flip", "title": "Flip", "source": "a test", "kind": "hmm",
          "symbols": ["0", "1"], "states": ["A", "B"],
          "parameters": { "p": { "default": 0.3, "min": 0, "max": 1 } },
          "transitions": { "0": [["1-p", "p"], [0, 0]], "1": [[0, 0], ["p", "1-p"]] } }
        """;

    public const string Spec = """
        { "$schema": "../schema/experiment.schema.json", "schema": 1, "id": "a", "title": "A title", "notes": "Some notes.",
          "process": "flip",
          "architecture": { "kind": "planted", "dModel": 8 },
          "data": { "window": 3 },
          "seeds": [1, 2, 3],
          "claims": [{ "id": "a/claim", "version": 1, "status": "registered", "tier": "quick", "expect": "supported",
            "statement": "Beliefs can be read.", "source": "a paper",
            "measure": { "kind": "affine-probe", "location": "ln_final" },
            "comparator": { "kind": "at-least", "threshold": 0.9 },
            "interval": { "kind": "student-t" } }] }
        """;

    public static SpecFormat Format { get; } = new();

    /// <summary>Reads the experiment after replacing a part of the texts; each part must be there.</summary>
    public static LoadedExperiment Experiment(List<Problem> problems, params IEnumerable<(string Old, string New)> changes)
    {
        string spec = Spec, process = Process;
        foreach ((string old, string changed) in changes)
        {
            Assert.True(spec.Contains(old, StringComparison.Ordinal) || process.Contains(old, StringComparison.Ordinal), old);
            spec = spec.Replace(old, changed, StringComparison.Ordinal);
            process = process.Replace(old, changed, StringComparison.Ordinal);
        }
        using TemporaryFolder folder = new();
        folder.Write("processes/flip.json", process);
        string path = folder.Write("a.json", spec);
        Scope root = SourceFile.Open(path, "a.json", problems);
        LoadedExperiment? experiment = new ExperimentLoader(Format, new ProcessLibrary(Format, folder.In("none"), folder.Root, problems)).Load(new SpecFile(path, SpecKind.Experiment, root));
        Assert.True(problems.Count == 0, string.Join('\n', problems));
        return experiment!;
    }

    public static string Sha256(LoadedExperiment experiment) => CanonicalClaim.Sha256(experiment.Spec, experiment.Process, experiment.Spec.Claims[0], Format);
}
