namespace Harness.Runner.Tests;

public sealed class FileLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TryAcquire_WhileHeld_GivesNothing()
    {
        using (FileLock.TryAcquire(_folder.In("a.lock")))
        {
            Assert.Null(FileLock.TryAcquire(_folder.In("a.lock")));
            using FileStream? other = FileLock.TryAcquire(_folder.In("b.lock"));
            Assert.NotNull(other);
        }
        using FileStream? free = FileLock.TryAcquire(_folder.In("a.lock"));
        Assert.NotNull(free);
    }

    [Fact]
    public async Task Acquire_WhileHeld_SaysSoOnceAndWaits()
    {
        int waits = 0;
        FileStream held = FileLock.Acquire(_folder.In("a.lock"), () => { }, CancellationToken.None);
        Task<FileStream> second = Task.Run(() => FileLock.Acquire(_folder.In("a.lock"), () => Interlocked.Increment(ref waits), CancellationToken.None), TestContext.Current.CancellationToken);
        while (Volatile.Read(ref waits) == 0)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
        await Task.Delay(150, TestContext.Current.CancellationToken);
        Assert.False(second.IsCompleted);
        held.Dispose();
        using FileStream acquired = await second;
        Assert.Equal(1, waits);
    }

    [Fact]
    public void Acquire_Cancelled_StopsWaiting()
    {
        using CancellationTokenSource stop = new();
        using FileStream held = FileLock.Acquire(_folder.In("a.lock"), () => { }, CancellationToken.None);
        Assert.Throws<OperationCanceledException>(() => FileLock.Acquire(_folder.In("a.lock"), stop.Cancel, stop.Token));
    }

    [Fact]
    public void Acquire_InAFolderThatIsMissing_FailsInsteadOfWaiting() =>
        Assert.Throws<DirectoryNotFoundException>(() => FileLock.Acquire(_folder.In("nowhere/a.lock"), () => { }, CancellationToken.None));
}
