namespace Harness.Runner;

/// <summary>As many trainings at once on this machine as it has processors, however many processes ask.</summary>
/// <remarks>Several test modules run at the same time; without this their trainings would slow each other down and oversubscribe the cores.</remarks>
internal sealed class TrainingSlots(string folder, int count)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    public FileStream Take(CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        while (true)
        {
            for (int slot = 0; slot < count; slot++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (FileLock.TryAcquire(Path.Combine(folder, FormattableString.Invariant($"slot-{slot}.lock"))) is { } held)
                {
                    return held;
                }
            }
            cancellation.WaitHandle.WaitOne(Poll);
        }
    }
}
