using System.Text.Json.Nodes;

namespace Harness.Cli.Tests;

/// <summary>What a run leaves behind, and what it refuses to touch.</summary>
public sealed class RunFolderTests(TrainedRuns runs) : IDisposable
{
    private static readonly ExperimentText s_planted = new("a", new ClaimText("a/one"), new ClaimText("a/two")) { Data = """{ "window": 3 }""" };

    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunFolder_OfTrainedNetworks_HoldsEverything()
    {
        await runs.OfAsync("filling");
        Assert.Equal(
            [
                ".harness-run", "figures/loss.svg", "figures/probes.svg", "figures/simplex.png", "figures/simplex.svg", "log.txt", "picture.json",
                "replicates/1.json", "replicates/2.json", "replicates/3.json", "report.html", "run.json", "spec.json",
                "verdicts/tiny--contrast.json", "verdicts/tiny--loss.json", "verdicts/tiny--probe.json",
                "weights/1.safetensors", "weights/2.safetensors", "weights/3.safetensors",
            ],
            runs.Folder.Files("filling"));
        Assert.Contains("tiny seed 3: step 40 of 40", runs.Folder.Read("filling/log.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replicate_InTheFolder_HasTrainingLossAndProbes()
    {
        await runs.OfAsync("filling");
        JsonNode replicate = JsonNode.Parse(runs.Folder.Read("filling/replicates/2.json"))!;
        Assert.Equal((2, 40), (replicate["seed"]!.GetValue<int>(), replicate["training"]!["steps"]!.GetValue<int>()));
        Assert.NotEmpty(replicate["training"]!["curve"]!.AsArray());
        Assert.True(Loss(replicate["loss"]!) < Loss(replicate["untrainedLoss"]!));
        Assert.NotEmpty(replicate["probes"]!.AsArray());
    }

    [Fact]
    public async Task ResolvedSpec_OfARun_IsAValidSpecWithEveryDefault()
    {
        await runs.OfAsync("filling");
        Assert.Equal("relu", JsonNode.Parse(runs.Folder.Read("filling/spec.json"))!["architecture"]!["activation"]!.GetValue<string>());
        CommandResult result = (await runs.Folder.RunAsync("validate", "filling/spec.json")).Exits(0);
        Assert.Equal("1 experiment with 3 claims, 0 processes: no problems.\n", result.Out);
    }

    [Fact]
    public async Task DefaultFolder_OfARun_IsNamedByExperimentAndContent()
    {
        (await RunAsync(s_planted)).Exits(0);
        (await RunAsync(s_planted with { Seeds = "[1, 2, 4]" })).Exits(0);
        string[] folders = [.. Directory.EnumerateDirectories(_folder.In("runs")).Select(folder => Path.GetFileName(folder))];
        Assert.Equal(2, folders.Length);
        Assert.All(folders, folder => Assert.Matches("^a-[0-9a-f]{8}$", folder));
    }

    [Fact]
    public async Task Folder_WithSpecsAndEarlierRuns_RunsTheSpecsOnly()
    {
        _folder.Write("a.json", s_planted.ToString());
        (await _folder.RunAsync("run", ".")).Exits(0);
        (await _folder.RunAsync("run", ".")).Exits(0);
    }

    [Fact]
    public async Task Out_OfAForeignFolder_IsRefusedAndNothingIsTouched()
    {
        _folder.Write("mine/notes.txt", "precious").Write("a.json", s_planted.ToString());
        IReadOnlyList<string> before = _folder.Files(".");

        CommandResult result = (await _folder.RunAsync("run", "a.json", "--out", "mine")).Exits(5);

        Assert.Equal("""
            <arguments>:1:1  SPEC032  $.out
              'mine' is not empty and was not written by harness run.
              Name another folder with --out, or remove this one yourself.
            1 problem; nothing was run and nothing was written.

            """, result.Error);
        Assert.Equal(before, _folder.Files("."));
        Assert.Equal("precious", _folder.Read("mine/notes.txt"));
    }

    [Fact]
    public async Task Out_OfAFile_IsRefused() =>
        (await _folder.Write("taken", "").Write("a.json", s_planted.ToString()).RunAsync("run", "a.json", "--out", "taken")).Exits(5);

    [Fact]
    public async Task Out_OfAnEarlierRun_IsWrittenAgainWithoutLeftovers()
    {
        (await RunAsync(s_planted, "--out", "out", "--save", "activations")).Exits(0);
        (await RunAsync(s_planted with { Claims = [new ClaimText("a/three")], Seeds = "[7, 8, 9]" }, "--out", "out", "--save", "activations")).Exits(0);
        Assert.Equal(["a--three.json"], _folder.Files("out/verdicts"));
        Assert.Equal(["7.json", "8.json", "9.json"], _folder.Files("out/replicates"));
        Assert.Equal(["7.npz", "8.npz", "9.npz"], _folder.Files("out/activations"));
        (await RunAsync(s_planted, "--out", "out")).Exits(0);
        Assert.False(_folder.Exists("out/activations"));
    }

    private static double Loss(JsonNode profile) => profile["lossNats"]!.AsArray().Average(loss => loss!.GetValue<double>());

    private Task<CommandResult> RunAsync(ExperimentText experiment, params string[] options) =>
        _folder.Write("a.json", experiment.ToString()).RunAsync(["run", "a.json", .. options]);
}
