using System.Diagnostics;
using System.Text;

namespace Harness.Cli.Tests;

/// <summary>Stopped in the middle of a training: the replicate at work leaves its state, those that are done are kept, no verdict is written.</summary>
public sealed class SignalTests : IDisposable
{
    private static readonly ExperimentText s_endless = ExperimentText.Trained("endless", new ClaimText("endless/loss") { Measure = ClaimText.LossGap, Comparator = ClaimText.AtMost(1) }) with
    {
        Training = ExperimentText.Recipe(200_000),
        Seeds = "[1]",
    };

    private readonly Sandbox _folder = new Sandbox().Write("specs/endless.json", s_endless.ToString());

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Signal_WhileTraining_StopsWithItsExitCodeAndWithoutVerdicts(string signal, int exitCode)
    {
        CommandResult result = await InterruptAsync(signal, "seed 1: step");

        result.Exits(exitCode);
        Assert.Empty(result.Out);
        Assert.Contains("stopping: replicates that are done stay in the cache, the ones at work leave their state to go on from\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Single(_folder.Files("runs"), file => file.EndsWith(".state", StringComparison.Ordinal));
        Assert.DoesNotContain(_folder.Files("runs"), file => !file.EndsWith(".lock", StringComparison.Ordinal) && !file.EndsWith(".state", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signal_AfterAReplicateIsDone_KeepsIt()
    {
        Assert.SkipWhen(Environment.ProcessorCount < 2, "one processor trains one network at a time");
        _folder.Write("specs/tiny.json", TrainedRuns.Experiment.ToString());
        (await InterruptAsync("TERM", "(3 of 4)")).Exits(143);
        CommandResult again = (await _folder.RunAsync("run", "specs", "--dry-run")).Exits(0);
        Assert.Contains("tiny: 3 networks (3 cached, 0 to train)", again.Out, StringComparison.Ordinal);
        Assert.Contains("endless: 1 network (0 cached, 1 to train)", again.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task Signal_WhileFalsifying_StopsWithItsExitCodeAndWithoutAResult(string signal, int exitCode)
    {
        CommandResult result = await InterruptAsync(signal, "over 'unifilar-hmms'", "falsify", "endless/loss", "--over", "unifilar-hmms", "--specs", "specs");

        result.Exits(exitCode);
        Assert.Empty(result.Out);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.False(_folder.Exists("runs") && _folder.Files("runs").Any(file => file.StartsWith("falsify-", StringComparison.Ordinal)));
    }

    private Task<CommandResult> InterruptAsync(string signal, string words) => InterruptAsync(signal, words, "run", "specs");

    // Sends the signal as soon as the command has printed a line with these words.
    private async Task<CommandResult> InterruptAsync(string signal, string words, params IEnumerable<string> arguments)
    {
        // Where these tests themselves run in the background, SIGINT is ignored, and that is inherited.
        using Process command = Command.Start(
            _folder.Root, new Dictionary<string, string>(), [.. arguments, "--json", "--jobs", "2"], "env", "--default-signal=INT");
        StringBuilder printed = new();
        try
        {
            using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            limit.CancelAfter(TimeSpan.FromMinutes(2));
            while (await command.StandardError.ReadLineAsync(limit.Token) is { } line)
            {
                printed.Append(line).Append('\n');
                if (line.Contains(words, StringComparison.Ordinal))
                {
                    using Process kill = Process.Start("kill", [$"-{signal}", FormattableString.Invariant($"{command.Id}")]);
                    await kill.WaitForExitAsync(limit.Token);
                    break;
                }
            }
            CommandResult rest = await Command.FinishAsync(command);
            return rest with { Error = printed + rest.Error };
        }
        finally
        {
            if (!command.HasExited)
            {
                command.Kill(entireProcessTree: true);
            }
        }
    }
}
