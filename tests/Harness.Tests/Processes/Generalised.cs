using Xunit;

namespace Harness.Tests.Processes;

/// <summary>A generalised process file that tests spoil piece by piece: a fair coin whose second coordinate rotates unseen, and is shown with strength s.</summary>
internal static class Generalised
{
    public const string Valid = """
        { "id": "turn", "title": "Turn", "source": "here", "kind": "ghmm",
          "symbols": ["0", "1"], "states": ["total", "x", "y"],
          "parameters": { "s": { "default": 0.2, "min": -2, "max": 2 }, "r": { "default": 0.5, "min": -2, "max": 2 } },
          "let": { "c": "r*cos(1)/2", "d": "r*sin(1)/2" },
          "transitions": {
            "0": [["1/2", "s", 0], ["s/2", "c", "-d"], [0, "d", "c"]],
            "1": [["1/2", "-s", 0], ["-s/2", "c", "-d"], [0, "d", "c"]] } }
        """;

    public static string With(string piece, string replacement)
    {
        Assert.Contains(piece, Valid);
        return Valid.Replace(piece, replacement, StringComparison.Ordinal);
    }
}
