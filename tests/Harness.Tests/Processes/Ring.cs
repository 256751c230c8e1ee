namespace Harness.Tests.Processes;

/// <summary>A process file of edges and repetitions that tests spoil piece by piece.</summary>
internal static class Ring
{
    public const string Valid = """
        { "id": "ring", "title": "Ring", "source": "here", "kind": "hmm",
          "symbols": ["stop", { "name": "{z}", "for": { "z": [1, "m"] } }],
          "states": ["A", { "name": "B{i}", "for": { "i": [1, "n-1"] } }],
          "parameters": { "n": { "default": 3, "min": 1, "max": 2000, "integer": true }, "m": { "default": 2, "min": 1, "max": 300, "integer": true } },
          "normalization": "rows",
          "transitions": [
            { "from": "A", "emit": "stop", "to": "A", "weight": "n" },
            { "from": "A", "emit": "{z}", "to": "B{min}", "weight": 1, "for": { "z": [1, "m"] } },
            { "from": "B{i}", "emit": "{z}", "to": "B{i+1}", "weight": "z", "for": { "i": [1, "n-2"], "z": [1, "m"] } },
            { "from": "B{n-1}", "emit": "{m}", "to": "A", "weight": 1 }],
          "let": { "min": 1 } }
        """;

    public static string With(string piece, string replacement)
    {
        Xunit.Assert.Contains(piece, Valid);
        return Valid.Replace(piece, replacement, StringComparison.Ordinal);
    }
}
