namespace Harness.Runner.Tests;

public sealed class TrainingSlotsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Take_FromManySides_NeverGivesMoreThanTheCountAtOnce()
    {
        int inside = 0, most = 0, done = 0;
        Task[] takers = [.. Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(
            () =>
            {
                // Each stands for another process: its own object on the same folder.
                using FileStream slot = new TrainingSlots(_folder.In("slots"), 2).Take(CancellationToken.None);
                lock (_folder)
                {
                    most = Math.Max(most, ++inside);
                }
                Thread.Sleep(30);
                lock (_folder)
                {
                    inside--;
                    done++;
                }
            },
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        await Task.WhenAll(takers);
        Assert.Equal((8, 2), (done, most));
    }

    [Fact]
    public void Take_WithEverySlotHeld_CanBeCancelled()
    {
        TrainingSlots slots = new(_folder.In("slots"), 1);
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(100));
        using FileStream held = slots.Take(CancellationToken.None);
        Assert.Throws<OperationCanceledException>(() => slots.Take(stop.Token));
    }
}
