namespace Harness.Cli.Tests;

/// <summary>Something that must be refused before anything runs.</summary>
/// <param name="Files">Path and text of the specs.</param>
/// <param name="Arguments">What the command is asked; by default to run every spec.</param>
internal sealed record BadInput(string Name, IReadOnlyDictionary<string, string> Files, params IReadOnlyList<string> Arguments)
{
    private static readonly ClaimText s_claim = new("a/claim");
    private static readonly ExperimentText s_sound = new("a", s_claim);

    public static IReadOnlyList<BadInput> All { get; } =
    [
        Experiment("unknown-property", s_sound with { Data = """{ "window": 4, "bach": 16 }""" }),
        Experiment("duplicate-property", s_sound with { Data = """{ "window": 4, "window": 5 }""" }),
        Experiment("missing-property", s_sound with { Data = """{ "batch": 16 }""" }),
        Experiment("wrong-type", s_sound with { Data = """{ "window": "four" }""" }),
        Experiment("unknown-kind", s_sound with { Architecture = """{ "kind": "mamba" }""" }),
        Experiment("unknown-process", s_sound with { Process = "\"mess4\"" }),
        Experiment("unknown-parameter", s_sound with { Process = """{ "process": "mess3", "with": { "x": 0.05, "b": 0.1 } }""" }),
        Experiment("parameter-out-of-range", s_sound with { Process = """{ "process": "mess3", "with": { "x": 0.7 } }""" }),
        Experiment("unknown-location", ExperimentText.Trained("a", s_claim with { Measure = """{ "kind": "affine-probe", "location": "blocks.4.hook_resid_post" }""" })),
        Experiment("window-longer-than-the-positions", ExperimentText.Trained("a", s_claim) with
        {
            Architecture = """{ "kind": "transformer", "layers": 1, "heads": 1, "dModel": 8, "dHead": 4, "dMlp": 16, "context": 3 }""",
        }),
        Experiment("no-training", ExperimentText.Trained("a", s_claim) with { Training = "null" }),
        Experiment("empty-claims", new ExperimentText("a")),
        Experiment("empty-seeds", s_sound with { Seeds = "[]" }),
        Experiment("duplicated-seeds", s_sound with { Seeds = "[1, 2, 1]" }),
        Experiment("duplicated-claim", new ExperimentText("a", s_claim, s_claim)),
        Experiment("unknown-null", new ExperimentText("a", s_claim.Exceeding("untrained", "tables-3"))),
        Experiment("cannot-separate-next-token", new ExperimentText("a", s_claim.Exceeding("untrained", "next-token"))),
        Experiment("cannot-separate-table", new ExperimentText("a", s_claim with
        {
            Comparator = """{ "kind": "exceeds", "nulls": ["table-3"], "margin": 0.1 }""",
            Interval = """{ "kind": "paired-t" }""",
        }) { Process = "\"z1r\"", Data = """{ "window": 10 }""" }),
        Experiment("settled-by-nothing", new ExperimentText("a", s_claim with { Preconditions = """[{ "kind": "settled" }]""" })),
        Experiment("wrong-interval", new ExperimentText("a", s_claim.Exceeding("untrained") with { Interval = """{ "kind": "student-t" }""" })),
        Process("row-sum", "0.5", "0.4"),
        Process("negative-probability", "1.25", "-0.25"),
        Process("division-by-zero", "1/(1-q)", "0"),
        Process("unknown-name-in-expression", "1-r", "q"),
        new("unreachable-state", new Dictionary<string, string> { ["processes/leaky.json"] = Leaky("[[0, 0, 1], [1, 0, 0], [1, 0, 0]]", "[[0, 0, 0], [0, 0, 0], [0, 0, 0]]", "\"A\", \"B\", \"C\"") }, "validate", "."),
        Transitions("reducible", "hmm", """{ "0": [[1, 0, 0], [0, 0.5, 0], [0, 0, 0]], "1": [[0, 0, 0], [0, 0, 0.5], [0, 1, 0]] }"""),
        Transitions("negative-word", "ghmm", """{ "0": [[0.5, 0.8, 0], [0.4, 0.2, 0], [0, 0, 0.1]], "1": [[0.5, -0.8, 0], [-0.4, 0.2, 0], [0, 0, 0.1]] }"""),
        Transitions("no-eigenvalue-one", "ghmm", """{ "0": [[0.5, 0, 0], [0, 0.2, 0], [0, 0, 0.1]], "1": [[0.4, 0, 0], [0, 0.2, 0], [0, 0, 0.1]] }"""),
        Transitions("unknown-state-of-an-edge", "hmm", """[{ "from": "A", "emit": "{i}", "to": "D{i}", "weight": "1/2", "for": { "i": [0, 1] } }]"""),
        new("not-an-integer", new Dictionary<string, string>(), "theory", "n-coins", "--with", "n=5/2"),
        new("theory-parameter-out-of-range", new Dictionary<string, string>(), "theory", "mess3", "--with", "x=0.7"),
        new("no-belief", new Dictionary<string, string>(), "theory", "moon", "--start", "0 0 -1"),
        new("negative-word-from-a-start", new Dictionary<string, string>(), "theory", "bloch-walk", "--start", "1 9 0"),
        new("not-json", new Dictionary<string, string> { ["a.json"] = """{ "id": "a", }, """ }, "run", "a.json"),
        new("no-schema", new Dictionary<string, string> { ["a.json"] = """{ "id": "a" }""" }, "run", "a.json"),
        new("missing-file", new Dictionary<string, string>(), "run", "specs/a.json", "more"),
        new("not-a-spec", new Dictionary<string, string> { ["a.txt"] = "" }, "run", "a.txt"),
        new("bad-arguments", new Dictionary<string, string> { ["a.json"] = $"{s_sound}" }, "run", "a.json", "--tier", "slow", "--seeds", "1,x,1", "--jobs", "0"),
        new("several-in-two-files", new Dictionary<string, string>
        {
            ["specs/one.json"] = $"{s_sound with { Process = "\"mess4\"", Data = """{ "window": 0, "bach": 1 }""", Seeds = "[1, 1]" }}",
            ["specs/two.json"] = $"{new ExperimentText("b", new ClaimText("b/claim") { Measure = """{ "kind": "affine-probe", "location": "hook_bed" }""" }) { Process = "\"leaky\"" }}",
            ["specs/processes/leaky.json"] = Leaky("[[0.5]]", "[[0.4]]", "\"A\""),
        }, "run", "specs"),
        new("falsify-unknown-claim", new Dictionary<string, string> { ["a.json"] = $"{s_sound}" }, "falsify", "a/clam", "--over", "small-hmms"),
        new("falsify-unknown-family", new Dictionary<string, string> { ["a.json"] = $"{s_sound}", ["families/mine.json"] = $"{new FamilyText("mine")}" }, "falsify", "a/claim", "--over", "none"),
        new("falsify-no-family", new Dictionary<string, string> { ["a.json"] = $"{s_sound}" }, "falsify", "a/claim"),
        new("falsify-no-budget", new Dictionary<string, string> { ["a.json"] = $"{s_sound}" }, "falsify", "a/claim", "--over", "small-hmms", "--processes", "0", "--minutes", "0", "--seed", "-1", "--jobs", "0"),
        Experiment("for-all-of-a-quick-claim", new ExperimentText("a", s_claim with { ForAll = """{ "over": "none", "processes": 0, "eligible": { "greatestNull": 2 } }""" })),
        Family("family-reversed-ranges", """{ "kind": "random-hmm", "states": { "min": 3, "max": 2 }, "symbols": { "min": 2, "max": 2 }, "edges": { "min": 4, "max": 1 } }"""),
        Family("family-unknown-kind", """{ "kind": "random-hm", "states": { "min": 3, "max": 2 } }"""),
        Family("family-impossible", """{ "kind": "random-hmm", "states": { "min": 1, "max": 1 }, "symbols": { "min": 2, "max": 2 }, "edges": { "min": 1, "max": 1 } }"""),
        Family("family-parameters", """{ "kind": "parameters", "process": "mess3", "ranges": { "x": { "min": 0.6, "max": 0.1 }, "b": { "min": 0, "max": 1 } }, "with": { "x": 0.1 } }"""),
        new("shared-ids", new Dictionary<string, string> { ["one.json"] = $"{s_sound}", ["two.json"] = $"{s_sound}" }, "run", "."),
    ];

    private static BadInput Experiment(string name, ExperimentText text) => new(name, new Dictionary<string, string> { ["a.json"] = $"{text}" }, "run", "a.json");

    private static BadInput Family(string name, string generator) => new(
        name, new Dictionary<string, string> { ["families/mine.json"] = $"{new FamilyText("mine") { Generator = generator }}" }, "validate", ".");

    // A process of one state and two symbols, used by a sound experiment.
    private static BadInput Process(string name, string zero, string one) => new(
        name,
        new Dictionary<string, string>
        {
            ["a.json"] = $"{s_sound with { Process = "\"leaky\"" }}",
            ["processes/leaky.json"] = Leaky($"[[\"{zero}\"]]", $"[[\"{one}\"]]", "\"A\""),
        },
        "run", "a.json");

    private static BadInput Transitions(string name, string kind, string transitions) => new(name, new Dictionary<string, string>
    {
        ["processes/three.json"] = $$"""
            {
              "$schema": "../schema/process.schema.json",
              "id": "three", "title": "Three states", "source": "a test", "kind": "{{kind}}",
              "symbols": ["0", "1"], "states": ["A", "B", "C"],
              "transitions": {{transitions}}
            }
            """,
    }, "validate", ".");

    private static string Leaky(string zero, string one, string states) => $$"""
        {
          "$schema": "../schema/process.schema.json",
          "id": "leaky", "title": "Leaky", "source": "a test", "kind": "hmm",
          "symbols": ["0", "1"], "states": [{{states}}],
          "parameters": { "q": { "default": 1, "min": 0, "max": 1 } },
          "transitions": {
            "0": {{zero}},
            "1": {{one}}
          }
        }
        """;
}
