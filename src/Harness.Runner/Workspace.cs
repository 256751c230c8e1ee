using Harness.Processes;
using Harness.Runner.Families;
using Harness.Specs;
using Harness.Torch;

namespace Harness.Runner;

/// <summary>Where a command or a test module works: where paths start, where processes are found, where runs and their cache go.</summary>
/// <param name="CurrentFolder">Absolute.</param>
/// <param name="ProcessFolder">The process library shipped with the command, absolute.</param>
internal sealed record Workspace(string CurrentFolder, string ProcessFolder)
{
    public SpecFormat Format { get; } = new(typeof(Transformer).Assembly, typeof(Workspace).Assembly);

    /// <summary>The top of the repository; the current folder outside of any.</summary>
    public string Root => RepositoryOf(CurrentFolder) ?? CurrentFolder;

    /// <summary>Where experiments are when nobody says: spec/experiments, or everything here.</summary>
    public string UsualSpecs => Directory.Exists(Path.Combine(CurrentFolder, "spec", "experiments")) ? Path.Combine("spec", "experiments") : ".";

    /// <summary>Run folders go here.</summary>
    public string Runs => Path.Combine(Root, "runs");

    /// <summary>Trained networks are kept here.</summary>
    public string Cache => Path.Combine(Runs, ".cache");

    /// <summary>The nearest folder upward that holds .git; null when there is none.</summary>
    public static string? RepositoryOf(string folder)
    {
        string? at = folder;
        while (at is not null && !Path.Exists(Path.Combine(at, ".git")))
        {
            at = Path.GetDirectoryName(at);
        }
        return at;
    }

    public ProcessLibrary Library(List<Problem> problems) => new(Format, ProcessFolder, CurrentFolder, problems);

    /// <summary>The families shipped with the command stand beside its processes.</summary>
    public FamilyLibrary Families(ProcessLibrary processes, List<Problem> problems) =>
        new(Format, processes, Path.Combine(Path.GetDirectoryName(ProcessFolder)!, "families"), CurrentFolder, problems);

    /// <summary>A path as a person of this folder would write it.</summary>
    public string Shown(string path) => SourceFile.Display(path, CurrentFolder);
}
