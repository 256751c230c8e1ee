using Harness.Specs;

namespace Harness.Processes;

/// <summary>Finds processes by id: in the nearest folder <c>processes</c> upward from the spec, then in the library shipped with the command.</summary>
/// <remarks>A process of the nearer folder hides one of the same id in the shipped library. Every file is read once.</remarks>
/// <param name="shippedFolder">The folder of the shipped library, absolute.</param>
/// <param name="currentFolder">Absolute; problems show files relative to it.</param>
/// <param name="problems">Receives the problems of process files.</param>
internal sealed class ProcessLibrary(SpecFormat format, string shippedFolder, string currentFolder, List<Problem> problems)
{
    private readonly Dictionary<string, ProcessFolder> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<Scope, LoadedProcess?> _loaded = [];

    /// <summary>The ids that can be named in a spec of this folder, in ordinal order.</summary>
    public IReadOnlyList<string> Ids(string specFolder) =>
        [.. Folders(specFolder).SelectMany(folder => folder.Ids).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The process that an experiment names, with its numbers filled in; null when anything was reported.</summary>
    /// <param name="specFolder">The folder of the experiment, absolute.</param>
    /// <param name="at">The experiment's property that holds the reference.</param>
    public GenerativeProcess? Resolve(ProcessReference reference, string specFolder, Scope at)
    {
        int before = at.Reports;
        Dictionary<string, double> with = reference.Values(at);
        LoadedProcess? process = Find(reference.Process, specFolder, at.Node is { IsObject: true } ? at["process"] : at);
        return process is not null && at.Reports == before ? process.File.Instantiate(with, process.At, at["with"]) : null;
    }

    /// <summary>The process of this id.</summary>
    public LoadedProcess? Find(string id, string specFolder, Scope at)
    {
        IReadOnlyList<ProcessFolder> folders = Folders(specFolder);
        foreach (ProcessFolder folder in folders)
        {
            switch (folder.Files(id))
            {
                case []:
                    break;
                case [Scope only]:
                    return Load(only);
                case IReadOnlyList<Scope> several:
                    at.Report(Problems.DuplicateProcess(id, several[0].File, several[1].File));
                    return null;
            }
        }
        at.Report(Problems.UnknownProcess(id, Ids(specFolder)));
        problems.AddRange(folders.SelectMany(folder => folder.Unreadable).Except(problems));
        return null;
    }

    /// <summary>A process from a command line: the path of a process file (it ends in .json), or an id looked up from the current folder.</summary>
    public LoadedProcess? Open(string idOrPath, Scope at)
    {
        if (Path.GetExtension(idOrPath) != ".json")
        {
            return Find(idOrPath, currentFolder, at);
        }
        string path = Path.GetFullPath(idOrPath, currentFolder);
        return Load(SourceFile.Open(path, SourceFile.Display(path, currentFolder), problems));
    }

    private LoadedProcess? Load(Scope root)
    {
        if (!_loaded.TryGetValue(root, out LoadedProcess? process))
        {
            process = SpecReader.Read<ProcessFile>(root, format) is { } file ? new LoadedProcess(file, root) : null;
            _loaded.Add(root, process);
        }
        return process;
    }

    private IReadOnlyList<ProcessFolder> Folders(string specFolder)
    {
        string? nearest = specFolder;
        while (nearest is not null && !Directory.Exists(Path.Combine(nearest, "processes")))
        {
            nearest = Path.GetDirectoryName(nearest);
        }
        IEnumerable<string> folders = nearest is null ? [shippedFolder] : [Path.Combine(nearest, "processes"), shippedFolder];
        return [.. folders.Distinct(StringComparer.Ordinal).Where(Directory.Exists).Select(Folder)];
    }

    private ProcessFolder Folder(string folder)
    {
        if (!_folders.TryGetValue(folder, out ProcessFolder? known))
        {
            known = new ProcessFolder(folder, currentFolder, problems);
            _folders.Add(folder, known);
        }
        return known;
    }
}
