using System.Text.Json;

namespace Harness.Specs;

/// <summary>Finds the specs that paths name. Folders recurse in ordinal order; what a file is comes from its <c>$schema</c>. Schemas, goldens and what runs have written are passed over.</summary>
internal static class SpecDiscovery
{
    /// <summary>The file that marks a folder as the result of a run: the spec that was run stands in it too.</summary>
    public const string RunMarker = ".harness-run";

    /// <summary>Scripts make specs when they are run; nothing here runs one, and folders pass them over.</summary>
    public const string ScriptExtension = ".fsx";

    private static readonly EnumerationOptions Everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
    };

    /// <param name="paths">Files and folders, absolute or relative to the current folder.</param>
    /// <param name="currentFolder">Absolute; problems show files relative to it.</param>
    /// <returns>The specs in the order of the paths, each file once.</returns>
    public static IReadOnlyList<SpecFile> Find(IEnumerable<string> paths, string currentFolder, List<Problem> problems)
    {
        List<SpecFile> found = [];
        foreach (string file in paths.SelectMany(path => Files(path, currentFolder, problems)).Distinct(StringComparer.Ordinal))
        {
            Scope root = SourceFile.Open(file, SourceFile.Display(file, currentFolder), problems);
            if (root.Node is not null && KindOf(root) is { } kind)
            {
                found.Add(new SpecFile(file, kind, root));
            }
        }
        return found;
    }

    private static IEnumerable<string> Files(string path, string currentFolder, List<Problem> problems)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, currentFolder));
        if (Directory.Exists(full))
        {
            return Directory.EnumerateFiles(full, "*.json", Everywhere).Where(file => !InOtherFolder(Path.GetRelativePath(full, file)) && !InRunFolder(file, full))
                .Order(StringComparer.Ordinal);
        }
        string display = SourceFile.Display(full, currentFolder);
        Finding? finding = !File.Exists(full) ? Problems.MissingFile(path)
            : Path.GetExtension(full) == ScriptExtension ? Problems.IsAScript(display)
            : Path.GetExtension(full) != ".json" ? Problems.NotASpec(display)
            : null;
        if (finding is null)
        {
            return [full];
        }
        problems.Add(new Problem(display, 0, 0, "$", finding));
        return [];
    }

    // Folders of JSON that are not specs.
    private static bool InOtherFolder(string relative) =>
        Path.GetDirectoryName(relative)!.Split(Path.DirectorySeparatorChar).Any(folder => folder is "schema" or "golden");

    private static bool InRunFolder(string file, string top)
    {
        string? folder = Path.GetDirectoryName(file);
        while (folder is not null && folder.Length > top.Length && !File.Exists(Path.Combine(folder, RunMarker)))
        {
            folder = Path.GetDirectoryName(folder);
        }
        return folder is not null && folder.Length > top.Length;
    }

    private static SpecKind? KindOf(Scope root)
    {
        Scope schema = root["$schema"];
        string? name = schema.Node is { Token: JsonTokenType.String } node ? node.Text : null;
        switch (name?.Split('/')[^1])
        {
            case "process.schema.json":
                return SpecKind.Process;
            case "experiment.schema.json":
                return SpecKind.Experiment;
            case "family.schema.json":
                return SpecKind.Family;
            default:
                schema.Report(Problems.UnknownSchema(name));
                return null;
        }
    }
}
