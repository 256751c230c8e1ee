using System.Text.Json;
using System.Text.Json.Nodes;
using Harness.Reports;
using Harness.Runner;
using Harness.Specs;

namespace Harness.Cli;

/// <summary>A run folder that was named on the command line. It may have been damaged, or written by another version.</summary>
internal static class RunFolderArgument
{
    /// <summary>The run of one experiment; null when a problem was reported.</summary>
    public static ReportModel? Read(string folder, string name, Surroundings surroundings, Arguments arguments) =>
        Read(folder, name, surroundings, arguments, RunFolder.Read);

    /// <summary>Each experiment of a run folder, or of the folder of a run of several, with its resolved spec; null when a problem was reported.</summary>
    public static IReadOnlyList<(ReportModel Model, JsonNode Spec)>? ReadAll(string folder, string name, Surroundings surroundings, Arguments arguments) =>
        Read(folder, name, surroundings, arguments, RunFolder.ReadAll);

    private static T? Read<T>(string folder, string name, Surroundings surroundings, Arguments arguments, Func<string, T?> read)
        where T : class
    {
        string path = Path.GetFullPath(folder, surroundings.Workspace.CurrentFolder), shown = surroundings.Workspace.Shown(path);
        try
        {
            if (read(path) is { } run)
            {
                return run;
            }
            arguments.At[name].Report(Directory.Exists(path)
                ? Problems.Inconsistent($"'{shown}' is not a run folder: it has no run.json.", "Name a folder that harness run wrote, such as runs/mess3-1a2b3c4d.")
                : Problems.MissingFile(shown));
        }
        catch (JsonException error)
        {
            arguments.At[name].Report(Problems.Inconsistent($"'{shown}' cannot be read: {error.Message.Split(" Path:")[0]}", "Run the experiment again."));
        }
        return null;
    }
}
