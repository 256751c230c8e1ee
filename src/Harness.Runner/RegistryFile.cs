using Harness.Experiments;
using Harness.Specs;

namespace Harness.Runner;

/// <summary>The registry that a spec belongs to, on disk.</summary>
/// <remarks>
/// It is the nearest <c>golden/registry.json</c> upward from the spec, up to the top of its repository. Where there is none yet it is made in
/// <c>golden/</c> at the top of the repository; outside of a repository, in the current folder if the spec lies below it, else beside the spec.
/// </remarks>
internal sealed class RegistryFile
{
    private RegistryFile(string path, Registry registry, bool exists)
    {
        Path = path;
        Registry = registry;
        Exists = exists;
    }

    /// <summary>Absolute.</summary>
    public string Path { get; }

    public Registry Registry { get; }

    public bool Exists { get; }

    /// <param name="problems">Receives what is wrong with the file; then nothing must be written.</param>
    public static RegistryFile Of(string spec, Workspace workspace, List<Problem> problems)
    {
        string path = PathFor(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(spec, workspace.CurrentFolder))!, workspace.CurrentFolder);
        return File.Exists(path)
            ? new RegistryFile(path, Registry.Read(SourceFile.Open(path, workspace.Shown(path), problems), workspace.Format) ?? Registry.Empty, exists: true)
            : new RegistryFile(path, Registry.Empty, exists: false);
    }

    /// <summary>Replaces the file as a whole.</summary>
    public void Write(Registry registry, SpecFormat format)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        string temporary = Path + ".new";
        File.WriteAllText(temporary, registry.Write(format));
        File.Move(temporary, Path, overwrite: true);
    }

    private static string PathFor(string folder, string currentFolder)
    {
        string top = Workspace.RepositoryOf(folder) ?? (IsBelow(folder, currentFolder) ? currentFolder : folder);
        for (string? at = folder; at is not null && IsBelow(at, top); at = System.IO.Path.GetDirectoryName(at))
        {
            if (File.Exists(In(at)))
            {
                return In(at);
            }
        }
        return In(top);
    }

    private static string In(string folder) => System.IO.Path.Combine(folder, "golden", "registry.json");

    private static bool IsBelow(string folder, string top)
    {
        string relative = System.IO.Path.GetRelativePath(top, folder);
        return relative != ".." && !relative.StartsWith(".." + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal) && !System.IO.Path.IsPathRooted(relative);
    }
}
