namespace Harness.Testing;

/// <summary>Where the files of this repository are, seen from built tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Golden => Path.Combine(Root, "golden");

    public static string Processes => Path.Combine(Root, "spec", "processes");

    /// <summary>The nearest folder, upward, that holds Harness.sln.</summary>
    public static string Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Harness.sln")))
            {
                return folder.FullName;
            }
        }
        throw new DirectoryNotFoundException($"No folder above '{start}' holds Harness.sln: tests run from a build inside the repository.");
    }

    /// <summary>A path relative to the root, with forward slashes.</summary>
    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');
}
