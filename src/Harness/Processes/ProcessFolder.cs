using System.Text.Json;
using Harness.Specs;

namespace Harness.Processes;

/// <summary>The process files of one folder, each parsed once, by id.</summary>
internal sealed class ProcessFolder
{
    private readonly SortedDictionary<string, List<Scope>> _files = new(StringComparer.Ordinal);

    /// <param name="folder">Absolute.</param>
    /// <param name="currentFolder">Problems show files relative to it.</param>
    /// <param name="problems">Receives the problems of the processes that are looked up.</param>
    public ProcessFolder(string folder, string currentFolder, List<Problem> problems)
    {
        Path = folder;
        foreach (string path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            List<Problem> own = [];
            Scope root = SourceFile.Open(path, SourceFile.Display(path, currentFolder), own);
            Unreadable.AddRange(own);
            if (root["id"].Node is { Token: JsonTokenType.String } id)
            {
                Scope reporting = Scope.Root(root.File, root.Node, problems);
                if (!_files.TryAdd(id.Text, [reporting]))
                {
                    _files[id.Text].Add(reporting);
                }
            }
        }
    }

    public string Path { get; }

    public IEnumerable<string> Ids => _files.Keys;

    /// <summary>Problems of files that are not JSON or cannot be read: any of them may hold an id that is not found.</summary>
    public List<Problem> Unreadable { get; } = [];

    /// <summary>The files that have this id, in the order of their names.</summary>
    public IReadOnlyList<Scope> Files(string id) => _files.TryGetValue(id, out List<Scope>? files) ? files : [];
}
