using Harness.Training;

namespace Harness.Runner.Tests;

public sealed class TrainingStateFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _notes = [];
    private readonly TrainingStateFolder _states;

    public TrainingStateFolderTests() => _states = new TrainingStateFolder(_folder.In("0123456789abcdef"), _notes.Add);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Latest_NothingSaved_IsNone() => Assert.Null(_states.Latest());

    [Fact]
    public void Save_ManyTimes_KeepsTheLastTwo()
    {
        Save(5, 10, 15);
        Assert.Equal(["0000000010.state", "0000000015.state"], Names());
        Assert.Equal(15, _states.Latest()!.Step);
        Assert.Equal("training 01234567 goes on from step 15", Assert.Single(_notes));
    }

    [Theory]
    [InlineData("flip")]
    [InlineData("truncate")]
    [InlineData("empty")]
    public void Latest_DamagedFile_IsNamedAndDiscardedInFavourOfTheOneBefore(string damage)
    {
        Save(5, 10);
        Damage("0000000010.state", damage);
        Assert.Equal(5, _states.Latest()!.Step);
        Assert.Equal("the saved state 0000000010.state of training 01234567 does not match its checksum; it is discarded in favour of the one before it", _notes[0]);
        Assert.Equal(["0000000005.state"], Names());
    }

    [Fact]
    public void Latest_DeletedFile_LeavesTheOneBefore()
    {
        Save(5, 10);
        File.Delete(_folder.In("0123456789abcdef/0000000010.state"));
        Assert.Equal(5, _states.Latest()!.Step);
    }

    [Fact]
    public void Latest_AllDamaged_BeginsAnew()
    {
        Save(5, 10);
        Damage("0000000005.state", "flip");
        Damage("0000000010.state", "truncate");
        Assert.Null(_states.Latest());
        Assert.Equal(2, _notes.Count);
    }

    [Fact]
    public void Latest_HalfWrittenFile_IsNotSeen()
    {
        Save(5);
        File.WriteAllBytes(_folder.In("0123456789abcdef/0000000010.state.new"), [1, 2, 3]);
        Assert.Equal(5, _states.Latest()!.Step);
    }

    private void Save(params int[] steps) => Array.ForEach(steps, step => _states.Save(new TrainingState(step, [step], [], [], 0, 0, [])));

    private string[] Names() => [.. Directory.EnumerateFiles(_folder.In("0123456789abcdef")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    private void Damage(string name, string how)
    {
        string file = _folder.In($"0123456789abcdef/{name}");
        byte[] bytes = File.ReadAllBytes(file);
        bytes[40] ^= 4;
        File.WriteAllBytes(file, how == "flip" ? bytes : how == "truncate" ? bytes[..^1] : []);
    }
}
