namespace Harness.Runner;

/// <summary>An exclusive lock between processes, held as long as the file is open. The system releases it when a process dies.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <param name="waiting">Called once if the lock is not free at once.</param>
    public static FileStream Acquire(string path, Action waiting, CancellationToken cancellation)
    {
        for (bool told = false; ; told = true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryAcquire(path) is { } stream)
            {
                return stream;
            }
            if (!told)
            {
                waiting();
            }
            cancellation.WaitHandle.WaitOne(Poll);
        }
    }

    /// <summary>The lock, or null when another holds it.</summary>
    public static FileStream? TryAcquire(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not DirectoryNotFoundException)
        {
            return null;
        }
    }
}
