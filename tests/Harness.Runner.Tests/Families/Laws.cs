using Harness.Runner.Families;
using Harness.Specs;
using Harness.Testing;

namespace Harness.Runner.Tests.Families;

/// <summary>Families of every kind, read from text as from files.</summary>
internal static class Laws
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["dense"] = """{ "kind": "random-hmm", "states": { "min": 2, "max": 3 }, "symbols": { "min": 2, "max": 2 } }""",
        ["sparse"] = """{ "kind": "random-hmm", "states": { "min": 1, "max": 5 }, "symbols": { "min": 1, "max": 3 }, "edges": { "min": 1, "max": 4 }, "concentration": 0.5 }""",
        ["unifilar"] = """{ "kind": "random-hmm", "states": { "min": 2, "max": 5 }, "symbols": { "min": 2, "max": 4 }, "edges": { "min": 1, "max": 3 }, "unifilar": true }""",
        ["least"] = """{ "kind": "random-hmm", "states": { "min": 3, "max": 3 }, "symbols": { "min": 2, "max": 2 }, "edges": { "min": 1, "max": 3 }, "leastProbability": 0.2 }""",
        ["reducible"] = """{ "kind": "random-hmm", "states": { "min": 2, "max": 4 }, "symbols": { "min": 2, "max": 2 }, "edges": { "min": 1, "max": 2 }, "irreducible": false, "start": "uniform" }""",
        ["plane"] = """{ "kind": "parameters", "process": "mess3", "ranges": { "x": { "min": 0.05, "max": 0.2 } }, "with": { "a": 0.7 } }""",
        ["generalised"] = """{ "kind": "parameters", "process": "bloch-walk", "ranges": { "alpha": { "min": 0.5, "max": 2 } } }""",
        ["whole"] = """{ "kind": "parameters", "process": "n-coins", "ranges": { "n": { "min": 2, "max": 4 } } }""",
        ["product"] = """{ "kind": "product", "factors": [{ "kind": "parameters", "process": "golden-mean", "ranges": { "p": { "min": 0.2, "max": 0.8 } } }, { "kind": "random-hmm", "states": { "min": 2, "max": 2 }, "symbols": { "min": 2, "max": 2 } }] }""",
        ["mixture"] = """{ "kind": "mixture", "components": [{ "kind": "parameters", "process": "coin", "ranges": { "p": { "min": 0.1, "max": 0.4 } } }, { "kind": "random-hmm", "states": { "min": 2, "max": 2 }, "symbols": { "min": 2, "max": 2 } }] }""",
        ["permutation"] = """{ "kind": "permutation", "of": "rrxor" }""",
    };

    public static TheoryData<string> Names => [.. All.Keys];

    public static LoadedFamily Of(string name) => Read(All[name], []) ?? throw new InvalidOperationException(name);

    /// <summary>The family of a generator; null when it has problems.</summary>
    public static LoadedFamily? Read(string generator, List<Problem> problems)
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.In("families"));
        File.WriteAllText(folder.In("families/one.json"), $$"""{ "$schema": "../schema/family.schema.json", "id": "one", "title": "One", "generator": {{generator}} }""");
        Workspace workspace = new(folder.Root, Repository.Processes);
        return workspace.Families(workspace.Library(problems), problems).Find("one", folder.Root, Scope.Root("a test", null, problems));
    }
}
