using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Harness.Training;

namespace Harness.Runner;

/// <summary>Trained networks on disk, by <see cref="CacheKey"/>. Several processes may share it.</summary>
/// <remarks>
/// An entry is a folder that appears whole, by a rename; a lock file for each entry lets one process train while others wait for the
/// result. Weights carry a checksum: an entry that does not match is discarded and trained again. A training that is interrupted leaves its
/// state beside the entries, and the next one goes on from there.
/// </remarks>
internal sealed class ReplicateCache(string folder, Action<string> note)
{
    public const string WeightsFile = "weights.f32";
    public const string LockExtension = ".lock";

    private const string RecordFile = "record.json";

    /// <summary>The entry, or what <paramref name="train"/> makes, which is then kept.</summary>
    public (TrainedParameters Trained, bool Cached) GetOrTrain(string key, Func<ITrainingStates, TrainedParameters> train, CancellationToken cancellation)
    {
        string entry = Path.Combine(folder, key[..2], key);
        Directory.CreateDirectory(Path.GetDirectoryName(entry)!);
        if (Read(entry, discard: false) is { } ready)
        {
            return (ready, true);
        }
        using FileStream locked = FileLock.Acquire(entry + LockExtension, () => note($"another process is training {key[..8]}; waiting for it"), cancellation);
        if (Read(entry, discard: true) is { } made)
        {
            return (made, true);
        }
        TrainingStateFolder states = new(entry + ".training", note);
        TrainedParameters trained = train(states);
        Write(entry, trained);
        states.Delete();
        return (trained, false);
    }

    /// <summary>True when the entry is there (it may still turn out to be damaged).</summary>
    public bool Has(string key) => Directory.Exists(Path.Combine(folder, key[..2], key));

    // Only who holds the lock may discard: another process may just be putting a good entry in the place of a damaged one.
    private TrainedParameters? Read(string entry, bool discard)
    {
        try
        {
            CacheRecord record = JsonSerializer.Deserialize<CacheRecord>(File.ReadAllText(Path.Combine(entry, RecordFile)))!;
            byte[] bytes = File.ReadAllBytes(Path.Combine(entry, WeightsFile));
            if (Convert.ToHexStringLower(SHA256.HashData(bytes)) == record.Sha256)
            {
                return Split(MemoryMarshal.Cast<byte, float>(bytes), record);
            }
            Damaged("does not match its checksum");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception error) when (error is JsonException or IOException)
        {
            Damaged($"cannot be read ({error.Message})");
        }
        return null;

        void Damaged(string why)
        {
            if (discard)
            {
                note($"the cached network {Path.GetFileName(entry)[..8]} {why}; it is discarded and trained again");
                Discard(entry);
            }
        }
    }

    private static TrainedParameters Split(ReadOnlySpan<float> values, CacheRecord record)
    {
        IReadOnlyList<int> steps = record.Checkpoints ?? [];
        int each = values.Length / (1 + steps.Count);
        List<Checkpoint> checkpoints = [];
        for (int i = 0; i < steps.Count; i++)
        {
            checkpoints.Add(new Checkpoint(steps[i], values.Slice((1 + i) * each, each).ToArray()));
        }
        return new TrainedParameters(values[..each].ToArray(), record.Training, checkpoints);
    }

    private static void Write(string entry, TrainedParameters trained)
    {
        IReadOnlyList<Checkpoint> checkpoints = trained.Checkpoints ?? [];
        float[] values = [.. trained.Parameters, .. checkpoints.SelectMany(checkpoint => checkpoint.Parameters)];
        byte[] bytes = MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
        string temporary = FormattableString.Invariant($"{entry}.{System.Environment.ProcessId}");
        Directory.CreateDirectory(temporary);
        File.WriteAllBytes(Path.Combine(temporary, WeightsFile), bytes);
        File.WriteAllText(Path.Combine(temporary, RecordFile), JsonSerializer.Serialize(
            new CacheRecord(Convert.ToHexStringLower(SHA256.HashData(bytes)), trained.Record, [.. checkpoints.Select(checkpoint => checkpoint.Step)])));
        Discard(entry);
        Directory.Move(temporary, entry);
    }

    private static void Discard(string entry)
    {
        if (Directory.Exists(entry))
        {
            Directory.Delete(entry, recursive: true);
        }
    }
}
