namespace Harness.Tests;

/// <summary>Where the files of this repository are, seen from the built tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Processes => Path.Combine(Root, "spec", "processes");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Harness.sln")) ? folder : Find(Path.GetDirectoryName(folder.TrimEnd(Path.DirectorySeparatorChar))!);
}
