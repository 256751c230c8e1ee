using System.Diagnostics;

namespace Harness.Cli.Tests;

/// <summary>Killed without warning at any moment, a run that is started again ends with the same bits as one that was never disturbed.</summary>
public sealed class KillTests : IDisposable
{
    private static readonly int s_kills = Environment.GetEnvironmentVariable("HARNESS_TIER") is "full" or "all" ? 20 : 4;

    private static readonly ExperimentText s_experiment = ExperimentText.Trained(
        "long", new ClaimText("long/loss") { Measure = ClaimText.LossGap, Comparator = ClaimText.AtMost(1), Status = "exploratory" }) with
    {
        Training = ExperimentText.Recipe(12_000),
        Seeds = "[1, 2]",
    };

    private readonly Sandbox _killed = new Sandbox().Write("long.json", s_experiment.ToString());
    private readonly Sandbox _undisturbed = new Sandbox().Write("long.json", s_experiment.ToString());

    public void Dispose()
    {
        _killed.Dispose();
        _undisturbed.Dispose();
    }

    [Fact]
    public async Task Kill_AtRandomMoments_ChangesNoBitOfTheResult()
    {
        Random moments = new(20_240_524);
        for (int kill = 0; kill < s_kills; kill++)
        {
            using Process command = Command.Start(_killed.Root, new Dictionary<string, string>(), ["run", "long.json", "--out", "run"]);
            await Task.Delay(TimeSpan.FromMilliseconds(moments.Next(600, 2200)), TestContext.Current.CancellationToken);
            command.Kill();
            await command.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        (await _killed.RunAsync("run", "long.json", "--out", "run")).Exits(0);
        (await _undisturbed.RunAsync("run", "long.json", "--out", "run")).Exits(0);
        Assert.Equal(Weights(_undisturbed), Weights(_killed));
        Assert.Equal(_undisturbed.Read("run/replicates/1.json"), _killed.Read("run/replicates/1.json"));
        Assert.DoesNotContain(_killed.Files("runs"), file => file.EndsWith(".state", StringComparison.Ordinal));
    }

    private static string[] Weights(Sandbox folder) =>
        [.. folder.Files("runs/.cache").Where(file => file.EndsWith("weights.f32", StringComparison.Ordinal)).Select(file => Convert.ToHexString(File.ReadAllBytes(Path.Combine(folder.Cache, file))))];
}
