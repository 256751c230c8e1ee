using Harness.Claims;
using Harness.Experiments;

namespace Harness.Runner.Tests;

public sealed class RunHostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Observed _observer = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_OfAPlan_JudgesItsClaims()
    {
        RunOutcome outcome = await RunAsync(new Scripted((_, _) => { }), CancellationToken.None);
        ExperimentResult result = Assert.Single(outcome.Results);
        Assert.Equal([1, 2, 3], result.Replicates.Select(replicate => replicate.Seed));
        Assert.Equal(Outcome.Supported, Assert.Single(result.Verdicts).Outcome);
        Assert.True(outcome.TotalSeconds > 0 && outcome.Seconds[0] > 0);
    }

    [Fact]
    public async Task RunAsync_TrainingThatFails_Throws() =>
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(new Scripted((_, _) => throw new InvalidOperationException("broken")), CancellationToken.None))).Message);

    [Fact]
    public async Task RunAsync_Cancelled_StopsTheReplicateAtWork()
    {
        using CancellationTokenSource stop = new();
        Scripted endless = new((_, cancellation) =>
        {
            stop.CancelAfter(20);
            Assert.True(cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)));
            cancellation.ThrowIfCancellationRequested();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(endless, stop.Token));
        Assert.DoesNotContain(_observer.Lines, line => line.StartsWith("finished", StringComparison.Ordinal));
    }

    private Task<RunOutcome> RunAsync(Scripted architecture, CancellationToken cancellation) => RunHost.RunAsync(
        new RunRequest([Plans.With(architecture, _folder, "a", 1, 2, 3)], 2, CacheFolder: null), Plans.Workspace(_folder).Format, _observer, cancellation);
}
