using System.Globalization;
using Harness.Training;

namespace Harness.Runner;

/// <summary>The last two states of one training, as files that appear whole, by a rename.</summary>
/// <remarks>A damaged one is named, deleted and passed over in favour of the one before it. The folder belongs to who holds the replicate's lock.</remarks>
internal sealed class TrainingStateFolder(string folder, Action<string> note) : ITrainingStates
{
    private const int Kept = 2;
    private const string Extension = ".state";

    public TrainingState? Latest()
    {
        foreach (string file in Files().Reverse())
        {
            if (TrainingStateFile.Read(File.ReadAllBytes(file)) is { } state)
            {
                note(FormattableString.Invariant($"training {Path.GetFileName(folder)[..8]} goes on from step {state.Step}"));
                return state;
            }
            note($"the saved state {Path.GetFileName(file)} of training {Path.GetFileName(folder)[..8]} does not match its checksum; it is discarded in favour of the one before it");
            File.Delete(file);
        }
        return null;
    }

    public void Save(TrainingState state)
    {
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, state.Step.ToString("D10", CultureInfo.InvariantCulture) + Extension), temporary = file + ".new";
        using (FileStream stream = File.Create(temporary))
        {
            stream.Write(TrainingStateFile.Write(state));
            stream.Flush(flushToDisk: true);
        }
        File.Move(temporary, file, overwrite: true);
        foreach (string old in Files().SkipLast(Kept))
        {
            File.Delete(old);
        }
    }

    /// <summary>Removes everything: the training is finished.</summary>
    public void Delete()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private IEnumerable<string> Files() => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal)
        : [];
}
