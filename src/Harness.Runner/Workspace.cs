using Harness.Processes;
using Harness.Specs;
using Harness.Torch;

namespace Harness.Runner;

/// <summary>Where a command or a test module works: where paths start, where processes are found, where runs and their cache go.</summary>
/// <param name="CurrentFolder">Absolute.</param>
/// <param name="ProcessFolder">The process library shipped with the command, absolute.</param>
internal sealed record Workspace(string CurrentFolder, string ProcessFolder)
{
    public SpecFormat Format { get; } = new(typeof(Transformer).Assembly);

    /// <summary>The nearest folder upward that holds .git; the current folder when there is none.</summary>
    public string Root
    {
        get
        {
            for (string? folder = CurrentFolder; folder is not null; folder = Path.GetDirectoryName(folder))
            {
                if (Path.Exists(Path.Combine(folder, ".git")))
                {
                    return folder;
                }
            }
            return CurrentFolder;
        }
    }

    /// <summary>Run folders go here.</summary>
    public string Runs => Path.Combine(Root, "runs");

    /// <summary>Trained networks are kept here.</summary>
    public string Cache => Path.Combine(Runs, ".cache");

    public ProcessLibrary Library(List<Problem> problems) => new(Format, ProcessFolder, CurrentFolder, problems);

    /// <summary>A path as a person of this folder would write it.</summary>
    public string Shown(string path) => SourceFile.Display(path, CurrentFolder);
}
