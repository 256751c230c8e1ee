using Harness.Specs;

namespace Harness.Processes;

/// <summary>Finds processes by id: in the nearest folder <c>processes</c> upward from the spec, then in the library shipped with the command.</summary>
/// <remarks>A process of the nearer folder hides one of the same id in the shipped library. Every file is read once.</remarks>
/// <param name="shippedFolder">The folder of the shipped library, absolute.</param>
/// <param name="currentFolder">Absolute; problems show files relative to it.</param>
/// <param name="problems">Receives the problems of process files.</param>
internal sealed class ProcessLibrary(SpecFormat format, string shippedFolder, string currentFolder, List<Problem> problems)
{
    private Dictionary<string, ProcessFolder> _folders = new(StringComparer.Ordinal);
    private Dictionary<Scope, LoadedProcess?> _loaded = [];
    private IReadOnlyList<SpecFile> _made = [];

    /// <summary>The same library with processes that stand in no folder: they are found before all others.</summary>
    public ProcessLibrary With(IReadOnlyList<SpecFile> made) => new(format, shippedFolder, currentFolder, problems) { _folders = _folders, _loaded = _loaded, _made = made };

    /// <summary>The ids that can be named in a spec of this folder, in ordinal order.</summary>
    public IReadOnlyList<string> Ids(string specFolder) =>
        [.. Folders(specFolder).SelectMany(folder => folder.Ids).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The process that an experiment names, with its numbers filled in; null when anything was reported.</summary>
    /// <param name="specFolder">The folder of the experiment, absolute.</param>
    /// <param name="at">The experiment's property that holds the reference.</param>
    public LinearProcess? Resolve(ProcessReference reference, string specFolder, Scope at) => new References(this, specFolder).Make(reference, at);

    /// <summary>The member of a family with these parameters; null when anything was reported.</summary>
    /// <param name="use">Where the parameters were asked for.</param>
    public LinearProcess? Instantiate(LoadedProcess process, IReadOnlyDictionary<string, double> with, Scope use) =>
        new References(this, process.Folder).Make(process, with, use);

    /// <summary>Reports everything wrong with a process file: with its default parameters and with those of its known facts.</summary>
    public void Check(LoadedProcess process) => KnownCheck.CheckFamily(process.File, process.At, (with, use) => Instantiate(process, with, use));

    /// <summary>The process of this id.</summary>
    public LoadedProcess? Find(string id, string specFolder, Scope at)
    {
        SpecFile[] made = [.. _made.Where(process => process.Root["id"].Node?.Text == id)];
        if (made.Length > 0)
        {
            if (made.Length > 1)
            {
                at.Report(Problems.DuplicateProcess(id, made[0].Root.Place, made[1].Root.Place));
            }
            return made.Length > 1 ? null : Load(made[0].Root, made[0].Folder);
        }
        IReadOnlyList<ProcessFolder> folders = Folders(specFolder);
        foreach (ProcessFolder folder in folders)
        {
            switch (folder.Files(id))
            {
                case []:
                    break;
                case [Scope only]:
                    return Load(only, folder.Path);
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
        return Load(SourceFile.Open(path, SourceFile.Display(path, currentFolder), problems), Path.GetDirectoryName(path)!);
    }

    /// <summary>The process file of this text; null when it cannot be read.</summary>
    /// <param name="folder">The folder that it stands in, absolute.</param>
    public LoadedProcess? Load(Scope root, string folder)
    {
        if (!_loaded.TryGetValue(root, out LoadedProcess? process))
        {
            process = SpecReader.Read<IProcessFamily>(root, format) is { } file ? new LoadedProcess(file, root, folder) : null;
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
