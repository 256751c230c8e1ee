using Harness.Training;

namespace Harness.Runner.Tests;

public sealed class CheckpointFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _notes = [];
    private readonly CheckpointFolder _checkpoints;

    public CheckpointFolderTests() => _checkpoints = new CheckpointFolder(_folder.In("0123456789abcdef"), _notes.Add);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Latest_NothingSaved_IsNone() => Assert.Null(_checkpoints.Latest());

    [Fact]
    public void Save_ManyTimes_KeepsTheLastTwo()
    {
        Save(5, 10, 15);
        Assert.Equal(["0000000010.checkpoint", "0000000015.checkpoint"], Names());
        Assert.Equal(15, _checkpoints.Latest()!.Step);
        Assert.Equal("training 01234567 goes on from step 15", Assert.Single(_notes));
    }

    [Theory]
    [InlineData("flip")]
    [InlineData("truncate")]
    [InlineData("empty")]
    public void Latest_DamagedFile_IsNamedAndDiscardedInFavourOfTheOneBefore(string damage)
    {
        Save(5, 10);
        Damage("0000000010.checkpoint", damage);
        Assert.Equal(5, _checkpoints.Latest()!.Step);
        Assert.Equal("the checkpoint 0000000010.checkpoint of training 01234567 does not match its checksum; it is discarded in favour of the one before it", _notes[0]);
        Assert.Equal(["0000000005.checkpoint"], Names());
    }

    [Fact]
    public void Latest_DeletedFile_LeavesTheOneBefore()
    {
        Save(5, 10);
        File.Delete(_folder.In("0123456789abcdef/0000000010.checkpoint"));
        Assert.Equal(5, _checkpoints.Latest()!.Step);
    }

    [Fact]
    public void Latest_AllDamaged_BeginsAnew()
    {
        Save(5, 10);
        Damage("0000000005.checkpoint", "flip");
        Damage("0000000010.checkpoint", "truncate");
        Assert.Null(_checkpoints.Latest());
        Assert.Equal(2, _notes.Count);
    }

    [Fact]
    public void Latest_HalfWrittenFile_IsNotSeen()
    {
        Save(5);
        File.WriteAllBytes(_folder.In("0123456789abcdef/0000000010.checkpoint.new"), [1, 2, 3]);
        Assert.Equal(5, _checkpoints.Latest()!.Step);
    }

    private void Save(params int[] steps) => Array.ForEach(steps, step => _checkpoints.Save(new TrainingState(step, [step], [], [], 0, 0, [])));

    private string[] Names() => [.. Directory.EnumerateFiles(_folder.In("0123456789abcdef")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    private void Damage(string name, string how)
    {
        string file = _folder.In($"0123456789abcdef/{name}");
        byte[] bytes = File.ReadAllBytes(file);
        bytes[40] ^= 4;
        File.WriteAllBytes(file, how == "flip" ? bytes : how == "truncate" ? bytes[..^1] : []);
    }
}
