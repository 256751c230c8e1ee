namespace Harness.Cli.Tests;

/// <summary>Trained networks are kept, found again, and never trusted blindly.</summary>
public sealed class CacheTests(TrainedRuns runs) : IDisposable
{
    private readonly Sandbox _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SecondRun_OfTheSameSpec_SaysWhichReplicatesWereCached()
    {
        Assert.Equal(("1 2 3", ""), Seeds(await runs.OfAsync("filling")));
        CommandResult cached = await runs.OfAsync("cached");
        Assert.Equal(("", "1 2 3"), Seeds(cached));
        Assert.Contains("0 trained, 3 from the cache (tiny 1 2 3)", cached.Error, StringComparison.Ordinal);
        Assert.Contains("tiny seed 2: cached network", cached.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoCache_AskedFor_TrainsAgain() => Assert.Equal(("1 2 3", ""), Seeds(await runs.OfAsync("two-jobs")));

    [Fact]
    public async Task NoCache_AskedFor_WritesNone()
    {
        (await RunAsync(TrainedRuns.Experiment, "--no-cache")).Exits(0);
        Assert.False(Directory.Exists(_folder.Cache));
    }

    [Fact]
    public async Task Claims_Reworded_TrainNothing()
    {
        await FillAsync();
        ClaimText other = new("tiny/other") { Status = "exploratory", Statement = "In other words.", Comparator = ClaimText.AtLeast(0.1) };
        Assert.Equal(("", "1 2 3"), Seeds((await RunAsync(TrainedRuns.Experiment with { Claims = [other] })).Exits(0)));
    }

    [Fact]
    public async Task Training_Changed_TrainsAgain()
    {
        await FillAsync();
        Assert.Equal(("1 2 3", ""), Seeds((await RunAsync(TrainedRuns.Experiment with { Training = ExperimentText.Recipe(41) })).Exits(0)));
        Assert.Equal(("4", "1"), Seeds((await RunAsync(TrainedRuns.Experiment, "--seeds", "1,4")).Exits(0)));
    }

    [Theory]
    [InlineData("weights.f32", "flipped", "does not match its checksum")]
    [InlineData("weights.f32", "truncated", "does not match its checksum")]
    [InlineData("record.json", "truncated", "cannot be read")]
    public async Task Entry_ThatIsDamaged_IsNamedAndTrainedAgain(string file, string damage, string named)
    {
        await FillAsync();
        string path = Directory.EnumerateFiles(_folder.Cache, file, SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        byte[] bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), good = [.. bytes];
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, damage == "flipped" ? bytes : bytes[..(bytes.Length / 2)], TestContext.Current.CancellationToken);

        CommandResult result = (await RunAsync(TrainedRuns.Experiment, "--out", "again")).Exits(0);

        string entry = Path.GetFileName(Path.GetDirectoryName(path)!)[..8];
        Assert.Contains($"the cached network {entry} {named}", result.Error, StringComparison.Ordinal);
        Assert.Contains("it is discarded and trained again", result.Error, StringComparison.Ordinal);
        Assert.Equal((1, 2), (Seeds(result).Trained.Split(' ').Length, Seeds(result).Cached.Split(' ').Length));
        Assert.Equal(good, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        await runs.OfAsync("one-job");
        Assert.Equal(runs.Folder.Read("one-job/verdicts/tiny--probe.json"), _folder.Read("again/verdicts/tiny--probe.json"));
    }

    [Fact]
    public async Task Commands_AtTheSameTime_ShareTheCache()
    {
        _folder.Write("tiny.json", TrainedRuns.Experiment.ToString());
        CommandResult[] both = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => _folder.RunAsync("run", "tiny.json", "--json", "--jobs", "1", "--out", $"run-{i}")));
        Assert.All(both, result => result.Exits(0));
        Assert.Equal(["1", "2", "3"], both.SelectMany(result => Seeds(result).Trained.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal));
        Assert.Equal(_folder.Read("run-0/verdicts/tiny--probe.json"), _folder.Read("run-1/verdicts/tiny--probe.json"));
    }

    // The cache of the shared runs, copied: filled without training.
    private async Task FillAsync()
    {
        await runs.OfAsync("cached");
        foreach (string file in runs.Folder.Files("runs/.cache"))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_folder.Cache, file))!);
            File.Copy(Path.Combine(runs.Folder.Cache, file), Path.Combine(_folder.Cache, file));
        }
    }

    private Task<CommandResult> RunAsync(ExperimentText experiment, params string[] options) =>
        _folder.Write("tiny.json", experiment.ToString()).RunAsync(["run", "tiny.json", "--json", .. options]);

    private static (string Trained, string Cached) Seeds(CommandResult result) => (Of(result, "trainedSeeds"), Of(result, "cachedSeeds"));

    private static string Of(CommandResult result, string property) =>
        string.Join(' ', result.Json["experiments"]![0]!["provenance"]![property]!.AsArray().Select(seed => seed!.GetValue<int>()));
}
