namespace Harness.Runner;

/// <summary>The folder of trained networks and examinations as a whole: how much is in it, and how to empty it.</summary>
/// <remarks>An entry that another process is training or writing is left alone. Lock files stay: somebody may be waiting for one.</remarks>
internal static class CacheFolder
{
    public static CacheSize Size(string folder)
    {
        string[] files = Files(folder);
        return new CacheSize(
            files.Count(file => Path.GetFileName(file) == ReplicateCache.WeightsFile),
            files.Count(file => file.EndsWith(ExaminationCache.Extension, StringComparison.Ordinal)),
            files.Sum(file => new FileInfo(file).Length));
    }

    /// <summary>Removes everything that is not in use.</summary>
    /// <returns>How many entries are in use.</returns>
    public static int Clean(string folder)
    {
        int busy = 0;
        foreach (string shelf in Directory.Exists(folder) ? Directory.GetDirectories(folder) : [])
        {
            foreach (string examination in Directory.GetFiles(shelf).Where(file => file.EndsWith(ExaminationCache.Extension, StringComparison.Ordinal)))
            {
                File.Delete(examination);
            }
            // A network is in a folder of its key; a training that was cut short left one with something behind the key.
            foreach (IGrouping<string, string> entry in Directory.GetDirectories(shelf).GroupBy(path => Path.GetFileName(path).Split('.')[0]))
            {
                using FileStream? held = FileLock.TryAcquire(Path.Combine(shelf, entry.Key + ReplicateCache.LockExtension));
                if (held is null)
                {
                    busy++;
                    continue;
                }
                foreach (string path in entry)
                {
                    Directory.Delete(path, recursive: true);
                }
            }
        }
        return busy;
    }

    private static string[] Files(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
}
