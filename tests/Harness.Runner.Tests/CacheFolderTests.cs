using Harness.Training;

namespace Harness.Runner.Tests;

public sealed class CacheFolderTests : IDisposable
{
    private const string Key = "ab0123456789";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Size_OfNothing_IsNothing() => Assert.Equal(new CacheSize(0, 0, 0), CacheFolder.Size(Path.Combine(_folder.Root, "nowhere")));

    [Fact]
    public void Size_OfEntries_CountsThemAndTheirBytes()
    {
        Fill(Key);
        Fill("cd0123456789");
        CacheSize size = CacheFolder.Size(_folder.Root);
        Assert.Equal((2, 1), (size.Networks, size.Examinations));
        Assert.Equal(Directory.GetFiles(_folder.Root, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), size.Bytes);
        Assert.True(size.Bytes > 8);
    }

    [Fact]
    public void Clean_OfAFilledCache_LeavesNothingThatCounts()
    {
        Fill(Key);
        Directory.CreateDirectory(Path.Combine(_folder.Root, "ab", $"{Key}.4711"));
        Assert.Equal(0, CacheFolder.Clean(_folder.Root));
        Assert.Equal(new CacheSize(0, 0, 0), CacheFolder.Size(_folder.Root));
        Assert.Empty(Directory.GetDirectories(Path.Combine(_folder.Root, "ab")));
        Fill(Key);
        Assert.Equal(1, CacheFolder.Size(_folder.Root).Networks);
    }

    [Fact]
    public void Clean_WhileAnEntryIsInUse_LeavesItAlone()
    {
        Fill(Key);
        Fill("cd0123456789");
        using FileStream held = FileLock.TryAcquire(Path.Combine(_folder.Root, "ab", Key + ReplicateCache.LockExtension))!;
        Assert.Equal(1, CacheFolder.Clean(_folder.Root));
        Assert.True(new ReplicateCache(_folder.Root, _ => { }).Has(Key));
        Assert.Equal(1, CacheFolder.Size(_folder.Root).Networks);
    }

    private void Fill(string key)
    {
        new ReplicateCache(_folder.Root, _ => { }).GetOrTrain(key, _ => new TrainedParameters([1, 2], new TrainingRecord(1, null, [])), CancellationToken.None);
        File.WriteAllText(Path.Combine(_folder.Root, "ab", "f00" + ExaminationCache.Extension), "x");
    }
}
