namespace Harness.Cli.Tests;

/// <summary>An experiment as a researcher writes it; with planted truth, so that nothing is trained, unless something else is said.</summary>
internal sealed record ExperimentText(string Id, params IEnumerable<ClaimText> Claims)
{
    /// <summary>A transformer that trains in a fraction of a second.</summary>
    public const string TinyTransformer = """{ "kind": "transformer", "layers": 1, "heads": 1, "dModel": 8, "dHead": 4, "dMlp": 16 }""";

    public string Process { get; init; } = "\"mess3\"";

    public string Architecture { get; init; } = """{ "kind": "planted", "dModel": 8 }""";

    public string Data { get; init; } = """{ "window": 4 }""";

    public string Training { get; init; } = "null";

    public string? Correction { get; init; }

    public string? Model { get; init; }

    public string Seeds { get; init; } = "[1, 2, 3]";

    /// <summary>Real networks, 40 steps each.</summary>
    public static ExperimentText Trained(string id, params IEnumerable<ClaimText> claims) => new(id, claims)
    {
        Process = "\"z1r\"",
        Architecture = TinyTransformer,
        Data = """{ "window": 4, "batch": 16 }""",
        Training = Recipe(40),
    };

    public static string Recipe(int steps, string optimizer = """{ "kind": "adam", "learningRate": 0.01 }""") =>
        $$"""{ "optimizer": {{optimizer}}, "steps": {{steps}} }""";

    public override string ToString() => $$"""
        {
          "$schema": "../schema/experiment.schema.json",
          "schema": 1, "id": "{{Id}}", "title": "A test",
          "process": {{Process}},
          "architecture": {{Architecture}},{{(Model is null ? "" : $" \"model\": {Model},")}}
          "data": {{Data}},
          "training": {{Training}},
          "seeds": {{Seeds}},{{(Correction is null ? "" : $" \"correction\": \"{Correction}\",")}}
          "claims": [
        {{string.Join(",\n", Claims)}}
          ]
        }
        """;
}
