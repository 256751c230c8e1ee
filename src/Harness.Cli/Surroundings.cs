using Harness.Processes;
using Harness.Specs;
using Harness.Torch;

namespace Harness.Cli;

/// <summary>What the command knows of where it runs. Read once, here, and passed on: nothing deeper looks at the environment.</summary>
/// <param name="CurrentFolder">Absolute.</param>
/// <param name="ProcessFolder">The process library shipped with the command.</param>
/// <param name="IsContinuousIntegration">True when CI is set.</param>
internal sealed record Surroundings(string CurrentFolder, string ProcessFolder, bool IsContinuousIntegration, int Processors)
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

    public static Surroundings Read() => new(
        Directory.GetCurrentDirectory(),
        Path.Combine(AppContext.BaseDirectory, "processes"),
        Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ci && !ci.Equals("false", StringComparison.OrdinalIgnoreCase),
        Environment.ProcessorCount);

    public ProcessLibrary Library(List<Problem> problems) => new(Format, ProcessFolder, CurrentFolder, problems);

    /// <summary>A path as a person of this folder would write it.</summary>
    public string Shown(string path) => SourceFile.Display(path, CurrentFolder);
}
