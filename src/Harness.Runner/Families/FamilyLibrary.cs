using System.Text.Json;
using Harness.Processes;
using Harness.Specs;

namespace Harness.Runner.Families;

/// <summary>Finds families by id: in the nearest folder <c>families</c> upward from the spec, then in those shipped with the command.</summary>
/// <param name="shippedFolder">Absolute.</param>
/// <param name="currentFolder">Absolute; problems show files relative to it.</param>
/// <param name="problems">Receives the problems of family files.</param>
internal sealed class FamilyLibrary(SpecFormat format, ProcessLibrary processes, string shippedFolder, string currentFolder, List<Problem> problems)
{
    private readonly Dictionary<string, LoadedFamily?> _loaded = new(StringComparer.Ordinal);

    /// <summary>The ids that can be named in a spec of this folder, in ordinal order.</summary>
    public IReadOnlyList<string> Ids(string specFolder) => [.. Files(specFolder).SelectMany(folder => folder).Select(file => file.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The family of this id; null when anything was reported.</summary>
    /// <param name="at">Where it is named.</param>
    public LoadedFamily? Find(string id, string specFolder, Scope at)
    {
        foreach (IReadOnlyList<(string Id, string Path)> folder in Files(specFolder))
        {
            string[] found = [.. folder.Where(file => file.Id == id).Select(file => file.Path)];
            if (found.Length == 1)
            {
                return Load(found[0]);
            }
            if (found.Length > 1)
            {
                at.Report(FamilyProblems.DuplicateFamily(id, SourceFile.Display(found[0], currentFolder), SourceFile.Display(found[1], currentFolder)));
                return null;
            }
        }
        at.Report(FamilyProblems.UnknownFamily(id, Ids(specFolder)));
        return null;
    }

    /// <summary>A family from a command line: the path of a family file (it ends in .json), or an id looked up from a folder.</summary>
    public LoadedFamily? Open(string idOrPath, string folder, Scope at) =>
        Path.GetExtension(idOrPath) == ".json" ? Load(Path.GetFullPath(idOrPath, currentFolder)) : Find(idOrPath, folder, at);

    /// <summary>The family of this file; null when it cannot be used, which is reported.</summary>
    public LoadedFamily? Load(string path)
    {
        if (!_loaded.TryGetValue(path, out LoadedFamily? family))
        {
            Scope root = SourceFile.Open(path, SourceFile.Display(path, currentFolder), problems);
            int before = root.Reports, all = problems.Count;
            FamilyContext context = new(format, processes, Path.GetDirectoryName(path)!);
            FamilyFile? file = SpecReader.Read<FamilyFile>(root, format);
            file?.Check(root, context);
            family = file is not null && root.Reports == before && problems.Count == all ? new LoadedFamily(file, context) : null;
            _loaded.Add(path, family);
        }
        return family;
    }

    private IEnumerable<IReadOnlyList<(string Id, string Path)>> Files(string specFolder)
    {
        string? nearest = specFolder;
        while (nearest is not null && !Directory.Exists(Path.Combine(nearest, "families")))
        {
            nearest = Path.GetDirectoryName(nearest);
        }
        return new[] { nearest is null ? null : Path.Combine(nearest, "families"), shippedFolder }.OfType<string>().Distinct(StringComparer.Ordinal).Where(Directory.Exists)
            .Select(folder => (IReadOnlyList<(string, string)>)[.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path => (IdOf(path), path))]);
    }

    // By name only: the file is read when it is asked for.
    private static string IdOf(string path)
    {
        List<Problem> unread = [];
        Scope root = SourceFile.Open(path, path, unread);
        return root["id"].Node is { Token: JsonTokenType.String } id ? id.Text : Path.GetFileNameWithoutExtension(path);
    }
}
