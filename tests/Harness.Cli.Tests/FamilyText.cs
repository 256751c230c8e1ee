namespace Harness.Cli.Tests;

/// <summary>A family of processes as a researcher writes it.</summary>
internal sealed record FamilyText(string Id)
{
    public string Generator { get; init; } = """{ "kind": "random-hmm", "states": { "min": 2, "max": 3 }, "symbols": { "min": 2, "max": 2 }, "edges": { "min": 1, "max": 4 } }""";

    public override string ToString() => $$"""
        {
          "$schema": "../schema/family.schema.json",
          "id": "{{Id}}", "title": "A test",
          "generator": {{Generator}}
        }
        """;
}
