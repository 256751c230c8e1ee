[assembly: AssemblyFixture(typeof(Harness.Cli.Tests.TrainedRuns))]

namespace Harness.Cli.Tests;

/// <summary>The same small trainings several times: without the cache on one thread and on two, then filling the cache, then twice from it.</summary>
public sealed class TrainedRuns : IDisposable
{
    private readonly Lazy<Task<IReadOnlyDictionary<string, CommandResult>>> _results;

    public TrainedRuns()
    {
        Folder.Write("tiny.json", Experiment.ToString());
        _results = new(RunAsync);
    }

    public Sandbox Folder { get; } = new();

    internal static ExperimentText Experiment { get; } = ExperimentText.Trained(
        "tiny",
        new ClaimText("tiny/probe") { Status = "exploratory", Controls = """[{ "kind": "planted" }, { "kind": "shuffled" }]""", Preconditions = """[{ "kind": "settled", "maxLossGapNats": 0.3 }]""" },
        new ClaimText("tiny/contrast") { Status = "exploratory" }.Exceeding("untrained", "last-1"),
        new ClaimText("tiny/loss") { Measure = ClaimText.LossGap, Comparator = ClaimText.AtMost(1) });

    public void Dispose() => Folder.Dispose();

    /// <param name="name">"one-job", "two-jobs", "filling", "cached" or "saved" (from the cache, with activations): also the name of the run folder.</param>
    internal async Task<CommandResult> OfAsync(string name) => (await _results.Value)[name].Exits(0);

    private async Task<IReadOnlyDictionary<string, CommandResult>> RunAsync() => new Dictionary<string, CommandResult>
    {
        ["one-job"] = await Folder.RunAsync("run", "tiny.json", "--json", "--no-cache", "--jobs", "1", "--out", "one-job"),
        ["two-jobs"] = await Folder.RunAsync("run", "tiny.json", "--json", "--no-cache", "--jobs", "2", "--out", "two-jobs"),
        ["filling"] = await Folder.RunAsync("run", "tiny.json", "--json", "--out", "filling"),
        ["cached"] = await Folder.RunAsync("run", "tiny.json", "--json", "--out", "cached"),
        ["saved"] = await Folder.RunAsync("run", "tiny.json", "--json", "--save", "activations", "--out", "saved"),
    };
}
