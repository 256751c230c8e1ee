using Harness.Training;

namespace Harness.Runner.Tests;

public sealed class ReplicateCacheTests : IDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private static readonly TrainedParameters s_trained = new([1.5f, -2, float.Epsilon], new TrainingRecord(7, null, [new LossPoint(7, 0.25)]));

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _notes = [];
    private readonly ReplicateCache _cache;

    public ReplicateCacheTests() => _cache = new ReplicateCache(_folder.Root, _notes.Add);

    private string Entry => _folder.In($"01/{Key}");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void GetOrTrain_Twice_TrainsOnceAndGivesTheSameBits()
    {
        Assert.False(_cache.Has(Key));
        Assert.False(Get(out _));
        Assert.True(_cache.Has(Key));
        Assert.True(Get(out TrainedParameters again));
        Assert.Equal(s_trained.Parameters, again.Parameters);
        Assert.Equal((7, null), (again.Record.Steps, again.Record.DivergedAtStep));
        Assert.Equal(s_trained.Record.Curve, again.Record.Curve);
        Assert.Empty(_notes);
    }

    [Fact]
    public void GetOrTrain_NetworkWithCheckpoints_GivesAllOfThemBack()
    {
        TrainedParameters trained = s_trained with { Checkpoints = [new Checkpoint(0, [1, 2, 3]), new Checkpoint(5, [4, 5, float.NaN])] };
        _cache.GetOrTrain(Key, _ => trained, CancellationToken.None);

        (TrainedParameters again, bool cached) = _cache.GetOrTrain(Key, _ => s_trained, CancellationToken.None);

        Assert.True(cached);
        Assert.Equal(s_trained.Parameters, again.Parameters);
        Assert.Equal([0, 5], again.Checkpoints!.Select(checkpoint => checkpoint.Step));
        Assert.Equal([1, 2, 3, 4, 5, float.NaN], again.Checkpoints!.SelectMany(checkpoint => checkpoint.Parameters));
    }

    [Theory]
    [InlineData("weights.f32")]
    [InlineData("record.json")]
    public void GetOrTrain_EntryWithoutAFile_TrainsAgain(string file)
    {
        Get(out _);
        File.Delete(Path.Combine(Entry, file));
        Assert.False(Get(out _));
        Assert.True(Get(out _));
    }

    [Fact]
    public void GetOrTrain_WeightsThatDoNotMatch_AreNamedDiscardedAndTrainedAgain()
    {
        Get(out _);
        string weights = Path.Combine(Entry, "weights.f32");
        byte[] bytes = File.ReadAllBytes(weights);
        bytes[0] ^= 1;
        File.WriteAllBytes(weights, bytes);
        Assert.False(Get(out TrainedParameters again));
        Assert.Equal(s_trained.Parameters, again.Parameters);
        Assert.Equal($"the cached network {Key[..8]} does not match its checksum; it is discarded and trained again", Assert.Single(_notes));
        Assert.True(Get(out _));
    }

    [Fact]
    public void GetOrTrain_RecordThatIsNotJson_IsNamedAndTrainedAgain()
    {
        Get(out _);
        File.WriteAllText(Path.Combine(Entry, "record.json"), "{");
        Assert.False(Get(out _));
        Assert.StartsWith($"the cached network {Key[..8]} cannot be read (", Assert.Single(_notes), StringComparison.Ordinal);
    }

    [Fact]
    public void GetOrTrain_TrainingThatFails_LeavesNoEntry()
    {
        Assert.Throws<InvalidOperationException>(() => _cache.GetOrTrain(Key, _ => throw new InvalidOperationException(), CancellationToken.None));
        Assert.False(_cache.Has(Key));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_folder.In("01")), entry => !entry.EndsWith(".lock", StringComparison.Ordinal));
        Assert.False(Get(out _));
    }

    [Fact]
    public void GetOrTrain_TrainingThatWasStopped_GoesOnFromItsState()
    {
        TrainingState state = new(5, [1, 2, 3], [4], [], 0, 0, []);
        Assert.Throws<OperationCanceledException>(() => _cache.GetOrTrain(Key, states =>
        {
            states.Save(state);
            throw new OperationCanceledException();
        }, CancellationToken.None));
        TrainingState? found = null;
        _cache.GetOrTrain(Key, states =>
        {
            found = states.Latest();
            return s_trained;
        }, CancellationToken.None);
        Assert.Equal(5, found!.Step);
        Assert.Equal(state.Parameters, found.Parameters);
        Assert.False(Directory.Exists(Entry + ".training"));
    }

    [Fact]
    public void Entry_WhileItIsMade_IsNotThereInPart() =>
        _cache.GetOrTrain(Key, _ =>
        {
            Assert.False(_cache.Has(Key));
            return s_trained;
        }, CancellationToken.None);

    [Fact]
    public async Task GetOrTrain_FromSeveralSidesAtOnce_TrainsOnce()
    {
        int trainings = 0;
        TrainedParameters Train(ITrainingStates states)
        {
            Interlocked.Increment(ref trainings);
            Thread.Sleep(100);
            return s_trained;
        }
        (TrainedParameters Trained, bool Cached)[] results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () => new ReplicateCache(_folder.Root, _ => { }).GetOrTrain(Key, Train, CancellationToken.None),
            TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.Equal(1, trainings);
        Assert.Single(results, result => !result.Cached);
        Assert.All(results, result => Assert.Equal(s_trained.Parameters, result.Trained.Parameters));
    }

    private bool Get(out TrainedParameters trained)
    {
        (trained, bool cached) = _cache.GetOrTrain(Key, _ => s_trained, CancellationToken.None);
        return cached;
    }
}
