using Harness.Processes;
using Harness.Specs;
using Harness.Tests.Specs;
using Xunit;

namespace Harness.Tests.Processes;

/// <summary>A small process file that tests spoil piece by piece.</summary>
internal static class FamilySource
{
    public const string Valid = """
        { "id": "leaky", "title": "Leaky", "source": "here", "kind": "hmm",
          "symbols": ["0", "1"], "states": ["A", "B"],
          "parameters": { "p": { "default": 0.25, "min": 0, "max": 1 }, "q": { "default": "1/2", "min": 0, "max": 1 } },
          "let": { "stay": "1 - p", "back": "q*one", "one": "1" },
          "transitions": {
            "0": [["stay", 0], ["back", 0]],
            "1": [[0, "p"], [0, "1 - back"]] },
          "known": [ { "with": { "p": "1/2" }, "stationary": ["1/2", "1/2"], "source": "balance" } ] }
        """;

    /// <summary>The process with these parameters, and the problems as a user sees them.</summary>
    public static (HiddenMarkovModel? Process, string Problems) Instantiate(string json, string use = "{}")
    {
        List<Problem> problems = [];
        Scope file = Reading.Root(json, problems);
        ProcessFile? process = SpecReader.Read<ProcessFile>(file, Reading.Format);
        Assert.NotNull(process);
        Scope at = Scope.Root("use.json", SourceText.Parse("use.json", System.Text.Encoding.UTF8.GetBytes(use), problems), problems);
        Dictionary<string, double> with = SpecReader.Read<Dictionary<string, Scalar>>(at, Reading.Format)!.ToDictionary(value => value.Key, value => value.Value.Number);
        return (process.Instantiate(with, file, at), string.Join("\n", problems));
    }

    public static string With(string piece, string replacement)
    {
        Assert.Contains(piece, Valid);
        return Valid.Replace(piece, replacement, StringComparison.Ordinal);
    }

    /// <summary>Problems of the file itself.</summary>
    public static string Check(string json)
    {
        List<Problem> problems = [];
        Scope file = Reading.Root(json, problems);
        SpecReader.Read<ProcessFile>(file, Reading.Format)?.Check(file);
        return string.Join("\n", problems);
    }
}
