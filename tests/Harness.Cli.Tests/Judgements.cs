[assembly: AssemblyFixture(typeof(Harness.Cli.Tests.Judgements))]

// Tests wait for child processes most of the time, so more of them than processors may run at once.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All, MaxThreads = 4)]

namespace Harness.Cli.Tests;

/// <summary>One run of a folder with an experiment for each row of the judgement table, with every output that can be asked for.</summary>
public sealed class Judgements : IDisposable
{
    private readonly Lazy<Task<CommandResult>> _result;

    public Judgements()
    {
        foreach (ExperimentText experiment in Experiments())
        {
            Folder.Write($"specs/{experiment.Id}.json", experiment.ToString());
        }
        Folder.Write("summary.md", "before\n");
        _result = new(() => Folder.RunAsync(
            new Dictionary<string, string> { ["GITHUB_STEP_SUMMARY"] = Folder.In("summary.md") },
            "run", "specs", "--json", "--out", "out", "--junit", "reports/results.xml", "--github"));
    }

    public Sandbox Folder { get; } = new();

    public void Dispose() => Folder.Dispose();

    internal Task<CommandResult> ResultAsync() => _result.Value;

    private static IEnumerable<ExperimentText> Experiments()
    {
        yield return new("inside", new ClaimText("inside"), new ClaimText("watched") { Status = "exploratory", Comparator = ClaimText.AtMost(0.5) });
        yield return new("outside", new ClaimText("outside") { Comparator = ClaimText.AtMost(0.5), Statement = "Nothing, that is, can be read." });
        // In four dimensions the planted map is sometimes nearly flat: seeds differ.
        yield return new("straddles", new ClaimText("straddles")) { Architecture = """{ "kind": "planted", "dModel": 4, "noise": 0.1 }""" };
        yield return new("unsettled", new ClaimText("unsettled") { Preconditions = """[{ "kind": "settled", "maxLossGapNats": 0.001 }]""" })
        {
            Architecture = """{ "kind": "planted", "dModel": 8, "uniform": 0.5 }""",
        };
        yield return new("control", new ClaimText("control") { Controls = """[{ "kind": "shuffled" }, { "kind": "planted", "noise": 50 }]""" });
        // Thirty-two noisy dimensions, at most twelve contexts.
        yield return new("saturated", new ClaimText("saturated")) { Architecture = """{ "kind": "planted", "dModel": 32, "noise": 0.1 }""", Data = """{ "window": 2 }""" };
        yield return new("few", new ClaimText("few") { Controls = """[{ "kind": "planted" }]""" }) { Seeds = "[1, 2]" };
        yield return new("diverged", new ClaimText("diverged")) { Architecture = """{ "kind": "planted", "diverges": true }""" };
        yield return new("late", new ClaimText("late") { Tier = "full" });
    }
}
